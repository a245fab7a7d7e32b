package org.copse.server.walk;

import java.util.List;
import java.util.UUID;
import org.copse.server.walk.WalkItem.Kind;
import org.springframework.stereotype.Component;

/** What of a walk is stored: the one word on which a phone deletes what it has. */
@Component
class Manifests {
    private final WalkRepository walks;
    private final PhotoRepository photos;

    Manifests(WalkRepository walks, PhotoRepository photos) {
        this.walks = walks;
        this.photos = photos;
    }

    /**
     * The newest version of an item.
     *
     * @param sha256 of the body as it came
     */
    record Row(String id, int version, String sha256) {}

    /**
     * A photo.
     *
     * @param sha256 of the bytes that the phone has
     * @param received how many of them are here
     * @param stored whether all came, are a picture, and are kept
     */
    record PhotoRow(String sha256, int bytes, int received, boolean stored) {}

    /** All that is stored of a walk. */
    record Manifest(Row walk, List<Row> findings, List<Row> track, List<PhotoRow> photos) {}

    Manifest get(UUID walk) {
        Row own = rows(walk, Kind.WALK).stream().findFirst().orElseThrow(WalkRecords::noSuchWalk);
        List<PhotoRow> pictures = photos.list(walk).stream()
                .map(one -> new PhotoRow(one.sha256(), one.total(), one.received(), one.stored()))
                .toList();
        return new Manifest(own, rows(walk, Kind.FINDING), rows(walk, Kind.TRACK), pictures);
    }

    private List<Row> rows(UUID walk, Kind kind) {
        return walks.listNewest(walk, kind).stream()
                .map(stored -> new Row(stored.item(), stored.version(), stored.sha256()))
                .toList();
    }
}
