package org.copse.geoimport.adjacency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.DistrictCrs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schaerbeek's 396 blocks: real census units with streets between them. */
public final class SchaerbeekBlocks {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private SchaerbeekBlocks() {}

    /** Returns the blocks in Belgian Lambert 2008, in metres. */
    public static List<Geometry> metric() {
        Path folder = Path.of(System.getenv("COPSE_REAL_DATA"), "schaerbeek");
        JsonNode collection = JsonMapper.shared().readTree(folder.resolve("SchaerbeekDemographicDistribution.geojson"));
        DistrictCrs crs = DistrictCrs.ofCode("EPSG:3812");
        List<Geometry> blocks = new ArrayList<>();
        for (JsonNode feature : collection.get("features")) {
            blocks.add(crs.toMetric(GeometryFixer.fix(area(feature.get("geometry")))));
        }
        return blocks;
    }

    private static Geometry area(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        if (geometry.get("type").stringValue().equals("Polygon")) {
            return polygon(coordinates);
        }
        List<Polygon> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            Coordinate[] points = new Coordinate[ring.size()];
            for (int i = 0; i < points.length; i++) {
                points[i] = new Coordinate(
                        ring.get(i).get(0).doubleValue(), ring.get(i).get(1).doubleValue());
            }
            all.add(GEOMETRY.createLinearRing(points));
        }
        return GEOMETRY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }
}
