package org.copse.server.finding;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.walk.Track;
import org.copse.server.walk.WalkView;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A walk as GeoJSON: a line for each way without a gap, a point for each finding, with how it stands. Keys are the interface's own. */
final class WalkGeoJson {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private WalkGeoJson() {}

    /**
     * Returns the collection.
     *
     * @param standings of those findings that are followed
     */
    static byte[] of(WalkView walk, List<FindingRepository.Stored> findings, Map<UUID, Step> standings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(bytes)) {
            int phone = 0;
            for (List<Track.Segment> line : walk.track().lines()) {
                phone++;
                int number = 0;
                for (Track.Segment segment : line) {
                    number++;
                    segment(out, phone, number, segment);
                }
            }
            for (FindingRepository.Stored one : findings) {
                Step standing = standings.get(one.id());
                out.feature(one.id().toString(), point(one.finding().place()), properties(one.finding(), standing));
            }
        }
        return bytes.toByteArray();
    }

    private static void segment(FeatureCollectionWriter out, int phone, int number, Track.Segment segment) {
        List<Track.Point> points = segment.points();
        if (points.size() < 2) {
            return;
        }
        Geometry line = GEOMETRIES.createLineString(
                points.stream().map(at -> new Coordinate(at.lon(), at.lat())).toArray(Coordinate[]::new));
        out.feature(
                "track-" + phone + "-" + number,
                line,
                Map.<String, Object>of(
                        "kind",
                        "track",
                        "phone",
                        phone,
                        "segment",
                        number,
                        "tapped",
                        segment.tapped(),
                        "from",
                        Instant.ofEpochMilli(points.get(0).millis()).toString(),
                        "to",
                        Instant.ofEpochMilli(points.get(points.size() - 1).millis())
                                .toString()));
    }

    private static @Nullable Geometry point(Finding.@Nullable Place place) {
        return place == null || place.lon() == null || place.lat() == null
                ? null
                : GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
    }

    private static Map<String, Object> properties(Finding finding, @Nullable Step standing) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", finding.isAsset() ? "asset" : "problem");
        values.put("at", String.valueOf(finding.at()));
        putIfKnown(values, "category", finding.category());
        putIfKnown(values, "severity", finding.severity());
        putIfKnown(values, "words", finding.words());
        putIfKnown(values, "rating", finding.rating());
        Optional.ofNullable(finding.place())
                .ifPresent(place -> putIfKnown(values, "accuracyMetres", place.accuracyMetres()));
        putIfKnown(
                values,
                "again",
                finding.again() == null ? null : finding.again().toString());
        putIfKnown(values, "gone", finding.gone());
        if (standing != null) {
            values.put("state", standing.state().key());
            putIfKnown(values, "agency", standing.agency());
            putIfKnown(
                    values,
                    "dueOn",
                    standing.dueOn() == null ? null : standing.dueOn().toString());
        }
        return values;
    }

    private static void putIfKnown(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
