package org.copse.server.geojson;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes a geometry's GeoJSON: shells counter-clockwise and holes clockwise, as RFC 7946 asks. */
final class GeometryWriter {
    private static final double DECIMALS = 1e7;

    private GeometryWriter() {}

    static void write(JsonGenerator json, @Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        boolean collection = geometry.getClass() == GeometryCollection.class;
        json.writeName(collection ? "geometries" : "coordinates");
        if (collection) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            writeCoordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private static void writeCoordinates(JsonGenerator json, Geometry geometry) {
        if (geometry instanceof MultiPolygon || geometry instanceof MultiLineString || geometry instanceof MultiPoint) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                writeCoordinates(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else if (geometry instanceof Point point) {
            writePosition(json, point.getCoordinate());
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            writeRing(json, polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                writeRing(json, polygon.getInteriorRingN(hole), false);
            }
            json.writeEndArray();
        } else if (geometry instanceof LineString line) {
            writeLine(json, line.getCoordinateSequence(), false);
        } else {
            throw new IllegalArgumentException("GeoJSON has no " + geometry.getGeometryType());
        }
    }

    private static void writeRing(JsonGenerator json, LineString ring, boolean counterClockwise) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        writeLine(json, positions, Orientation.isCCW(positions) != counterClockwise);
    }

    private static void writeLine(JsonGenerator json, CoordinateSequence positions, boolean backwards) {
        json.writeStartArray();
        int size = positions.size();
        for (int i = 0; i < size; i++) {
            writePosition(json, positions.getCoordinate(backwards ? size - 1 - i : i));
        }
        json.writeEndArray();
    }

    private static void writePosition(JsonGenerator json, Coordinate position) {
        json.writeStartArray();
        json.writeNumber(rounded(position.x));
        json.writeNumber(rounded(position.y));
        json.writeEndArray();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
