package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.Arcs;
import org.copse.geoimport.source.geometry.Malformed;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Positions as Esri JSON writes them: arrays of x, y and perhaps z and m, and between them the objects of curves. Circular
 * arcs and Bézier curves become lines; elliptic arcs are refused.
 */
final class EsriPositions {
    private static final int CHORDS_PER_BEZIER = 64;

    private final JsonParser parser;
    private final Limits limits;
    private final String where;
    private long vertices;
    private boolean heights;
    private boolean curved;

    EsriPositions(JsonParser parser, Limits limits, String where) {
        this.parser = parser;
        this.limits = limits;
        this.where = where;
    }

    /** Returns whether a position had more than x and y. */
    boolean hadHeights() {
        return heights;
    }

    /** Returns whether there was a curve. */
    boolean hadCurves() {
        return curved;
    }

    /** Reads the array of lines at the parser's current token; the parser is at its end then, whatever is thrown. */
    List<Coordinate[]> lines() throws NotBuilt {
        List<Coordinate[]> lines = new ArrayList<>();
        NotBuilt wrong = null;
        if (!atArray()) {
            throw wrong("no array of lines");
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            try {
                lines.add(line().toArray(new Coordinate[0]));
            } catch (NotBuilt e) {
                wrong = e;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return lines;
    }

    /** Reads the array of positions at the parser's current token. */
    List<Coordinate> line() throws NotBuilt {
        if (!atArray()) {
            throw wrong("no array of positions");
        }
        List<Coordinate> line = new ArrayList<>();
        NotBuilt wrong = null;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            try {
                if (token == JsonToken.START_OBJECT) {
                    curve(line);
                } else {
                    line.add(position());
                }
            } catch (NotBuilt e) {
                wrong = e;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return line;
    }

    private boolean atArray() {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    private static NotBuilt wrong(String detail) {
        return new NotBuilt(RejectionCode.COORDINATES_MALFORMED, detail);
    }

    /** Reads one position; only x and y need be numbers, since an absent m is written as text. */
    private Coordinate position() throws NotBuilt {
        if (!atArray()) {
            throw wrong("a position that is no array");
        }
        double[] xy = {Double.NaN, Double.NaN};
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
            if (count < 2 && number) {
                xy[count] = parser.getDoubleValue();
            }
            count++;
            parser.skipChildren();
        }
        heights |= count > 2;
        limits.check(Limit.VERTICES_PER_GEOMETRY, ++vertices, where);
        if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
            throw new NotBuilt(new Malformed(
                    RejectionCode.COORDINATE_NOT_A_NUMBER, "position " + vertices + " lacks a number for x or y"));
        }
        return new CoordinateXY(xy[0], xy[1]);
    }

    /** Reads {@code {"c": [end, between]}} or {@code {"b": [end, control, control]}} and goes on to its end. */
    private void curve(List<Coordinate> line) throws NotBuilt {
        curved = true;
        String kind = "";
        List<Coordinate> points = List.of();
        NotBuilt wrong = null;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            kind = parser.currentName();
            parser.nextToken();
            if (!kind.equals("c") && !kind.equals("b")) {
                parser.skipChildren();
                continue;
            }
            try {
                points = line();
            } catch (NotBuilt e) {
                wrong = e;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        if (line.isEmpty()) {
            throw wrong("a curve without a start");
        }
        Coordinate start = line.get(line.size() - 1);
        List<Coordinate> made;
        if (kind.equals("c") && points.size() == 2) {
            made = Arcs.through(start, points.get(1), points.get(0));
        } else if (kind.equals("b") && points.size() == 3) {
            made = bezier(start, points.get(1), points.get(2), points.get(0));
        } else {
            String said = kind.length() > 20 ? kind.substring(0, 20) : kind;
            throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a curve of type \"" + said + "\"");
        }
        vertices += made.size();
        limits.check(Limit.VERTICES_PER_GEOMETRY, vertices, where);
        line.addAll(made.subList(1, made.size()));
    }

    private static List<Coordinate> bezier(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        List<Coordinate> line = new ArrayList<>();
        for (int i = 0; i < CHORDS_PER_BEZIER; i++) {
            double t = (double) i / CHORDS_PER_BEZIER;
            double u = 1 - t;
            line.add(new CoordinateXY(
                    u * u * u * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t * t * t * d.x,
                    u * u * u * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t * t * t * d.y));
        }
        line.add(d);
        return line;
    }
}
