package org.copse.server;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** A town of 6 × 4 square units off the coast, as files that somebody uploads. */
public final class TownFiles {
    private static final double WEST = 2.70;
    private static final double SOUTH = 51.40;
    private static final double SIDE = 0.01;
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final String BOUNDARY = "townfilesboundary";

    private TownFiles() {}

    /** Returns the units: 100 residents each, in two beats that are in force, west and east. */
    public static String units() {
        StringJoiner features = new StringJoiner(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double west = WEST + column * SIDE;
                double south = SOUTH + row * SIDE;
                features.add(String.format(
                        Locale.ROOT,
                        "{\"type\":\"Feature\",\"properties\":{\"UNIT\":\"u%d%d\",\"POP\":100,\"BEAT\":\"%s\"},\"geometry\":"
                                + "{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                        row,
                        column,
                        column < COLUMNS / 2 ? "west" : "east",
                        west,
                        south,
                        west + SIDE,
                        south,
                        west + SIDE,
                        south + SIDE,
                        west,
                        south + SIDE,
                        west,
                        south));
            }
        }
        return features.toString();
    }

    /** Returns twelve incidents in the south-western unit, one a month. */
    public static String incidents() {
        StringBuilder csv = new StringBuilder("id,date,category,initiator,lon,lat\n");
        for (int month = 1; month <= 12; month++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "i%d,2025-%02d-10,nuisance,resident,%f,%f\n",
                    month,
                    month,
                    WEST + 0.005,
                    SOUTH + 0.005));
        }
        return csv.toString();
    }

    /** Uploads a file as a layer; {@code fields} are the other fields of the form. */
    public static HttpResponse<String> upload(
            Visitor visitor, String fileName, String content, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        return send(visitor, "/api/v1/layers", bytes, Map.of(fileName, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends files to be looked at and imported later. */
    public static HttpResponse<String> send(Visitor visitor, Map<String, byte[]> files) {
        return send(visitor, "/api/v1/uploads", new ByteArrayOutputStream(), files);
    }

    private static HttpResponse<String> send(
            Visitor visitor, String path, ByteArrayOutputStream body, Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.exchange(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "X-CSRF-TOKEN",
                visitor.csrf());
    }
}
