package org.copse.geoimport.source.shape;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
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
 * Puts the rings of a Shapefile's polygon together: clockwise rings are outlines, the others holes of the smallest
 * outline around them.
 */
final class ShapeRings {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private ShapeRings() {}

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

    static Geometry assemble(List<Coordinate[]> parts, SourceSink sink) throws NotBuilt {
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
