package org.copse.geoimport.source.mapinfo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.copse.geoimport.source.geometry.Rings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** The shapes of a MIF, one after another. */
final class MifShapes {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Set<String> SHAPES = Set.of(
            "none",
            "point",
            "line",
            "pline",
            "region",
            "rect",
            "multipoint",
            "arc",
            "ellipse",
            "roundrect",
            "text",
            "collection");

    private final MifTokens words;
    private final MifHeader header;
    private final Limits limits;
    private final SourceSink sink;
    private long vertices;

    MifShapes(MifTokens words, MifHeader header, Limits limits, SourceSink sink) {
        this.words = words;
        this.header = header;
        this.limits = limits;
        this.sink = sink;
    }

    /** Moves to the next shape; returns false after the last. */
    boolean next() throws IOException {
        while (!words.atEnd() && !SHAPES.contains(words.keyword())) {
            if (words.keyword().equals("label")) {
                // "Label Line" belongs to a text, and is no line.
                words.next();
            }
            words.next();
        }
        return !words.atEnd();
    }

    /** Returns the current shape, null for none; whatever is thrown, the next one can be moved to. */
    @Nullable
    Geometry read() throws IOException, NotBuilt {
        vertices = 0;
        String shape = words.keyword();
        switch (shape) {
            case "none" -> {
                words.next();
                return null;
            }
            case "point" -> {
                Coordinate point = position();
                words.next();
                return GEOMETRIES.createPoint(point);
            }
            case "line" -> {
                Coordinate[] line = {position(), position()};
                words.next();
                return GEOMETRIES.createLineString(line);
            }
            case "rect" -> {
                Envelope box = new Envelope(position(), position());
                words.next();
                return GEOMETRIES.toGeometry(box);
            }
            case "multipoint" -> {
                words.next();
                Coordinate[] points = positions(count());
                words.next();
                return GEOMETRIES.createMultiPointFromCoords(points);
            }
            case "pline" -> {
                return pline();
            }
            case "region" -> {
                words.next();
                List<Coordinate[]> rings = sections(count());
                return rings.isEmpty() ? null : Rings.nested(rings, sink);
            }
            default -> {
                words.next();
                if (shape.equals("collection")) {
                    skipPartsOfCollection();
                }
                throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a shape of type " + shape);
            }
        }
    }

    /** A collection's parts begin with the words of shapes, and are rows of no table. */
    private void skipPartsOfCollection() throws IOException {
        Double parts = words.numberHere();
        for (int i = 0; parts != null && i < Math.min(3, parts) && words.next(); i++) {
            while (!words.atEnd() && !SHAPES.contains(words.keyword())) {
                words.next();
            }
        }
        words.next();
    }

    private Geometry pline() throws IOException, NotBuilt {
        words.next();
        long sections = 1;
        if (words.keyword().equals("multiple")) {
            words.next();
            sections = count();
        } else {
            Coordinate[] line = positions(count());
            words.next();
            return line(line);
        }
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] section : sections(sections)) {
            lines.add(line(section));
        }
        return GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private static LineString line(Coordinate[] positions) throws NotBuilt {
        if (positions.length < 2) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a line of " + positions.length + " positions");
        }
        return GEOMETRIES.createLineString(positions);
    }

    private List<Coordinate[]> sections(long count) throws IOException, NotBuilt {
        List<Coordinate[]> sections = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            words.next();
            sections.add(positions(count()));
            limits.check(Limit.VERTICES_PER_GEOMETRY, sections.size(), words.where());
        }
        words.next();
        return sections;
    }

    private long count() throws NotBuilt {
        Double number = words.numberHere();
        if (number == null || number < 0 || number != Math.rint(number)) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "no number of positions in line " + words.where());
        }
        limits.check(Limit.VERTICES_PER_GEOMETRY, number.longValue(), words.where());
        return number.longValue();
    }

    private Coordinate[] positions(long count) throws IOException, NotBuilt {
        List<Coordinate> positions = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            positions.add(position());
        }
        return positions.toArray(new Coordinate[0]);
    }

    private Coordinate position() throws IOException, NotBuilt {
        Double x = words.number();
        Double y = x == null ? null : words.number();
        if (x == null || y == null) {
            String found = words.word();
            throw new NotBuilt(
                    RejectionCode.COORDINATE_NOT_A_NUMBER,
                    "a position holds \"" + found.substring(0, Math.min(40, found.length())) + "\"");
        }
        limits.check(Limit.VERTICES_PER_GEOMETRY, ++vertices, words.where());
        double[] moved = header.transformed(x, y);
        return new CoordinateXY(moved[0], moved[1]);
    }
}
