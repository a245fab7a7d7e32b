package org.copse.geoimport.source.geometry;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Puts the rings of a polygon together, as Shapefiles and their kin write them: clockwise rings are outlines, the others holes of the smallest
 * outline around them.
 */
public final class Rings {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static final long MOST_PAIRS = 5_000_000;

    private Rings() {}

    /** An outline, its holes, and a way to ask what lies in it that does not slow down with its vertices. */
    private static final class Shell {
        private final LinearRing ring;
        private final double area;
        private final List<LinearRing> holes = new ArrayList<>();
        private @Nullable IndexedPointInAreaLocator locator;

        Shell(LinearRing ring) {
            this.ring = ring;
            this.area = Area.ofRing(ring.getCoordinates());
        }

        boolean holds(LinearRing hole) {
            IndexedPointInAreaLocator known = locator;
            if (known == null) {
                known = new IndexedPointInAreaLocator(ring);
                locator = known;
            }
            // A hole may touch its outline in one vertex, but not in all.
            for (int i = 0; i < Math.min(hole.getNumPoints(), 8); i++) {
                int location = known.locate(hole.getCoordinateN(i));
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return true;
        }
    }

    /**
     * Returns the areas of {@code parts} by how they lie in each other, whichever way they run: a ring in an outline is its
     * hole, and one in a hole an outline again.
     *
     * @throws NotBuilt when a ring has too few positions, or too many boxes overlap for the rings to be looked at
     */
    public static Geometry nested(List<Coordinate[]> parts, SourceSink sink) throws NotBuilt {
        List<Shell> rings = new ArrayList<>();
        STRtree index = new STRtree();
        for (Coordinate[] part : parts) {
            Shell shell = new Shell(ring(part));
            rings.add(shell);
            index.insert(shell.ring.getEnvelopeInternal(), shell);
        }
        List<Coordinate[]> turned = new ArrayList<>();
        long pairs = 0;
        for (Shell shell : rings) {
            int around = 0;
            for (Object candidate : index.query(shell.ring.getEnvelopeInternal())) {
                Shell other = (Shell) candidate;
                if (++pairs > MOST_PAIRS) {
                    throw new NotBuilt(
                            RejectionCode.GEOMETRY_TOO_COSTLY, rings.size() + " rings that lie in each other");
                }
                boolean holds = other != shell
                        && other.area > shell.area
                        && other.ring.getEnvelopeInternal().contains(shell.ring.getEnvelopeInternal())
                        && other.holds(shell.ring);
                around += holds ? 1 : 0;
            }
            boolean outline = around % 2 == 0;
            boolean clockwise = Area.ofRingSigned(shell.ring.getCoordinateSequence()) >= 0;
            turned.add((outline == clockwise ? shell.ring : shell.ring.reverse()).getCoordinates());
        }
        return assemble(turned, sink);
    }

    /** Returns the areas that the rings of {@code parts} enclose; rings may be open. */
    public static Geometry assemble(List<Coordinate[]> parts, SourceSink sink) throws NotBuilt {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] part : parts) {
            LinearRing ring = ring(part);
            (Area.ofRingSigned(ring.getCoordinateSequence()) >= 0 ? shells : holes).add(ring);
        }
        if (shells.isEmpty()) {
            if (!holes.isEmpty()) {
                sink.warnCounted(
                        WarningCode.RING_DIRECTION, "shapes whose outlines run the way of holes, taken as areas");
            }
            shells = holes;
            holes = List.of();
        }
        List<Shell> outlines = new ArrayList<>();
        shells.forEach(ring -> outlines.add(new Shell(ring)));
        List<LinearRing> orphans = assign(holes, outlines);
        if (!orphans.isEmpty()) {
            sink.warnCounted(WarningCode.RING_DIRECTION, "shapes with holes outside every outline, taken as areas");
            orphans.forEach(ring -> outlines.add(new Shell(ring)));
        }
        List<Polygon> polygons = outlines.stream()
                .map(shell -> GEOMETRIES.createPolygon(shell.ring, shell.holes.toArray(new LinearRing[0])))
                .toList();
        return polygons.size() == 1 ? polygons.get(0) : GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private static List<LinearRing> assign(List<LinearRing> holes, List<Shell> shells) {
        List<LinearRing> orphans = new ArrayList<>();
        if (holes.isEmpty()) {
            return orphans;
        }
        STRtree index = new STRtree();
        shells.forEach(shell -> index.insert(shell.ring.getEnvelopeInternal(), shell));
        for (LinearRing hole : holes) {
            Shell best = null;
            for (Object candidate : index.query(hole.getEnvelopeInternal())) {
                Shell shell = (Shell) candidate;
                boolean around = shell.ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal());
                if (around && (best == null || shell.area < best.area) && shell.holds(hole)) {
                    best = shell;
                }
            }
            if (best == null) {
                orphans.add(hole);
            } else {
                best.holes.add(hole);
            }
        }
        return orphans;
    }

    private static LinearRing ring(Coordinate[] part) throws NotBuilt {
        Coordinate[] closed = part;
        if (part.length >= 3 && !part[0].equals2D(part[part.length - 1])) {
            closed = java.util.Arrays.copyOf(part, part.length + 1);
            closed[part.length] = part[0].copy();
        }
        if (closed.length < 4) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "a ring of " + part.length + " positions, not 4 or more");
        }
        return GEOMETRIES.createLinearRing(closed);
    }
}
