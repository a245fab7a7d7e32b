package org.copse.samplemaps.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes GeoJSON (RFC 7946): longitude and latitude, outer rings counter-clockwise, one feature a line. */
public final class GeoJsonFile {

    private final StringBuilder out = new StringBuilder();

    private GeoJsonFile() {}

    /** Writes the rows as a FeatureCollection. */
    public static void write(Path file, List<Row> rows) throws IOException {
        GeoJsonFile json = new GeoJsonFile();
        json.out.append("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (int i = 0; i < rows.size(); i++) {
            json.feature(rows.get(i));
            json.out.append(i + 1 < rows.size() ? ",\n" : "\n");
        }
        json.out.append("]}\n");
        Files.writeString(file, json.out);
    }

    private void feature(Row row) {
        out.append("{\"type\":\"Feature\",\"properties\":{");
        String comma = "";
        for (Map.Entry<String, Object> value : row.values().entrySet()) {
            out.append(comma).append(quoted(value.getKey())).append(':');
            out.append(
                    value.getValue() instanceof Number n
                            ? n.toString()
                            : quoted(value.getValue().toString()));
            comma = ",";
        }
        out.append("},\"geometry\":");
        geometry(row.shape());
        out.append('}');
    }

    /** Returns the text as a JSON string; the city's names hold no control characters. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void geometry(Geometry shape) {
        out.append("{\"type\":\"").append(shape.getGeometryType()).append("\",\"coordinates\":");
        coordinates(shape);
        out.append('}');
    }

    private void coordinates(Geometry shape) {
        if (shape instanceof Point point) {
            position(point.getCoordinate());
        } else if (shape instanceof LineString line) {
            line(line.getCoordinates());
        } else if (shape instanceof Polygon polygon) {
            out.append('[');
            ring(polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                out.append(',');
                ring(polygon.getInteriorRingN(i), false);
            }
            out.append(']');
        } else if (shape instanceof GeometryCollection parts) {
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                out.append(i == 0 ? '[' : ',');
                coordinates(parts.getGeometryN(i));
            }
            out.append(']');
        } else {
            throw new IllegalArgumentException("no GeoJSON form for " + shape.getGeometryType());
        }
    }

    private void ring(LinearRing ring, boolean counterClockwise) {
        boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise;
        line((turn ? ring.reverse() : ring).getCoordinates());
    }

    private void line(Coordinate[] line) {
        for (int i = 0; i < line.length; i++) {
            out.append(i == 0 ? '[' : ',');
            position(line[i]);
        }
        out.append(']');
    }

    private void position(Coordinate local) {
        Coordinate place = Georeference.lonLat(local);
        out.append('[').append(place.x).append(',').append(place.y).append(']');
    }
}
