package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A walk that a phone has: two versions of itself, findings, pieces of a track, a photo.
 *
 * @param bodies by kind, id and version, the walk first
 */
record SoakedWalk(UUID id, Map<Row, String> bodies, byte[] photo) {
    private static final int FINDINGS = 4;
    private static final int PIECES = 3;
    private static final int PHOTO_PIECES = 3;

    /** A version of an item. */
    record Row(String kind, String item, int version) {
        String path() {
            return switch (kind) {
                case "finding" -> "/findings/" + item;
                case "track" -> "/track/" + item;
                default -> "";
            };
        }
    }

    static SoakedWalk made(Random random) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Map<Row, String> bodies = new LinkedHashMap<>();
        bodies.put(new Row("walk", id.toString(), 1), Phone.walkBody(1, "Soak"));
        bodies.put(new Row("walk", id.toString(), 2), Phone.walkBody(2, "Soak, over"));
        for (int i = 0; i < FINDINGS; i++) {
            String finding = new UUID(random.nextLong(), random.nextLong()).toString();
            bodies.put(new Row("finding", finding, 1), Phone.findingBody(1, "Finding " + i));
        }
        String recorder = new UUID(random.nextLong(), random.nextLong()).toString();
        for (int i = 0; i < PIECES; i++) {
            bodies.put(new Row("track", Integer.toString(i), 1), Phone.track(recorder, i, 0.01));
        }
        return new SoakedWalk(id, bodies, PhotosIT.jpeg(40 + random.nextInt(100), 40 + random.nextInt(100)));
    }

    /** Sends what is not confirmed, in a changed order, some of it twice, some of it with another body in between. */
    void sendSome(Phone phone, Random faults) {
        sendRow(phone, bodies.keySet().iterator().next(), faults);
        List<Row> rows = new ArrayList<>(bodies.keySet());
        List<Row> rest = rows.subList(2, rows.size());
        Collections.shuffle(rest, faults);
        for (Row row : rest) {
            if (faults.nextInt(4) > 0) {
                sendRow(phone, row, faults);
            }
        }
        sendRow(phone, rows.get(1), faults);
        sendPhoto(phone, faults);
    }

    private void sendRow(Phone phone, Row row, Random faults) {
        String body = String.valueOf(bodies.get(row));
        int status = phone.put(row.path(), body).statusCode();
        assertThat(status).as(row.toString()).isEqualTo(200);
        if (faults.nextInt(5) == 0) {
            assertThat(phone.put(row.path(), body).statusCode()).as("again").isEqualTo(200);
        }
        if (faults.nextInt(5) == 0) {
            assertThat(phone.put(row.path(), body.replaceFirst("\\{", "{ ")).statusCode())
                    .as("another body for the same version")
                    .isEqualTo(409);
        }
    }

    private void sendPhoto(Phone phone, Random faults) {
        int size = photo.length / PHOTO_PIECES;
        int piece = faults.nextInt(PHOTO_PIECES);
        int from = piece * size;
        int to = piece == PHOTO_PIECES - 1 ? photo.length : from + size;
        assertThat(phone.putPhoto(photo, from, to).statusCode())
                .as("a piece that follows, came already, or leaves a gap")
                .isIn(200, 409);
    }

    boolean isConfirmed(Phone phone) {
        if (phone.officer.get(phone.at("/manifest")).statusCode() == 404) {
            return false;
        }
        JsonNode manifest = phone.manifest();
        boolean rows = manifest.get("walk").get("version").asInt() == 2
                && manifest.get("findings").size() == FINDINGS
                && manifest.get("track").size() == PIECES;
        JsonNode photos = manifest.get("photos");
        return rows && photos.size() == 1 && photos.get(0).get("stored").asBoolean();
    }

    /** Returns what the database has to hold, and nothing more: the hash by walk, kind, id and version. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        bodies.forEach((row, body) -> rows.put(
                id + " " + row.kind() + " " + row.item() + " " + row.version(),
                Received.sha256(body.getBytes(StandardCharsets.UTF_8))));
        return rows;
    }
}
