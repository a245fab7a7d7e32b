package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Makes invalid geometries valid (JTS GeometryFixer), and keeps account of the area that this gained and lost.
 *
 * <p>A small geometry can cross itself so often that repair would take all memory, so the crossings are counted first.
 */
final class GeometryRepair {
    private static final double SAME_AREA_SHARE = 0.001;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final int ALWAYS_CHEAP = 2_000;

    private final Limits limits;
    private double gainedSquareMetres;
    private double lostSquareMetres;

    GeometryRepair(Limits limits) {
        this.limits = limits;
    }

    /** Returns the area of a square degree where {@code lonLat} lies. */
    static double squareMetresPerSquareDegree(Geometry lonLat) {
        double latitude = lonLat.getEnvelopeInternal().centre().y;
        return METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    /** What repair did to one geometry. */
    record Outcome(Geometry geometry, boolean repaired, boolean filled, String detail) {}

    @SuppressWarnings("ReferenceEquality") // the same object means that there was nothing to fill
    Outcome apply(Geometry geometry, double squareMetresPerUnit) throws Rejected {
        Outcome plain = repair(geometry, squareMetresPerUnit);
        if (plain != null) {
            return plain;
        }
        // Some programs write the outline a second time as a hole; what is meant is the area.
        Geometry filled = withoutHolesAsLargeAsTheShell(geometry);
        Outcome second = filled == geometry ? null : repair(filled, squareMetresPerUnit);
        if (second == null) {
            throw new Rejected(RejectionCode.GEOMETRY_COLLAPSED, geometry.getGeometryType());
        }
        return new Outcome(second.geometry(), second.repaired(), true, second.detail());
    }

    /** Returns what repair did, or null when it left nothing. */
    private @Nullable Outcome repair(Geometry geometry, double squareMetresPerUnit) throws Rejected {
        if (geometry.getDimension() == 0) {
            return new Outcome(geometry, false, false, "");
        }
        SegmentPairs pairs = geometry.getNumPoints() > ALWAYS_CHEAP ? lookedAt(geometry) : null;
        String error = findError(geometry);
        if (error == null) {
            return new Outcome(geometry, false, false, "");
        }
        if ((pairs == null ? lookedAt(geometry) : pairs).crossings() > limits.of(Limit.CROSSINGS_TO_REPAIR)) {
            throw new Rejected(
                    RejectionCode.GEOMETRY_TANGLED,
                    "more than " + limits.of(Limit.CROSSINGS_TO_REPAIR) + " crossings (limit \""
                            + Limit.CROSSINGS_TO_REPAIR.key() + "\")");
        }
        Geometry fixed = fix(geometry);
        if (fixed.isEmpty() || fixed.getDimension() < geometry.getDimension()) {
            return null;
        }
        double change = (fixed.getArea() - geometry.getArea()) * squareMetresPerUnit;
        gainedSquareMetres += Math.max(0, change);
        lostSquareMetres += Math.max(0, -change);
        return new Outcome(fixed, true, false, error + String.format(Locale.ROOT, "; %+.1f m²", change));
    }

    /** Returns what makes the geometry invalid, or null. Where coordinates differ by 200 powers of ten, JTS gives up. */
    private static @Nullable String findError(Geometry geometry) {
        try {
            TopologyValidationError error = new IsValidOp(geometry).getValidationError();
            return error == null ? null : error.getMessage();
        } catch (RuntimeException e) {
            return "its rings cannot be compared";
        }
    }

    private static Geometry fix(Geometry geometry) throws Rejected {
        try {
            return GeometryFixer.fix(geometry);
        } catch (RuntimeException e) {
            throw new Rejected(RejectionCode.GEOMETRY_COLLAPSED, "the geometry is too degenerate to be repaired");
        }
    }

    private static Geometry withoutHolesAsLargeAsTheShell(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        boolean changed = false;
        for (Object part : PolygonExtracter.getPolygons(geometry)) {
            Polygon polygon = (Polygon) part;
            LinearRing shell = polygon.getExteriorRing();
            List<LinearRing> holes = new ArrayList<>();
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                LinearRing hole = polygon.getInteriorRingN(i);
                double difference = Math.abs(Area.ofRing(hole.getCoordinates()) - Area.ofRing(shell.getCoordinates()));
                boolean repeats = hole.getEnvelopeInternal().equals(shell.getEnvelopeInternal())
                        && difference <= Area.ofRing(shell.getCoordinates()) * SAME_AREA_SHARE;
                changed |= repeats;
                if (!repeats) {
                    holes.add(hole);
                }
            }
            polygons.add(geometry.getFactory().createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
        return changed ? geometry.getFactory().createMultiPolygon(polygons.toArray(new Polygon[0])) : geometry;
    }

    String areaChange() {
        return String.format(Locale.ROOT, "area gained %.0f m², lost %.0f m²", gainedSquareMetres, lostSquareMetres);
    }

    /** Validity and repair cost what noding costs, and noding alone can be ended when it takes too long. */
    private SegmentPairs lookedAt(Geometry geometry) throws Rejected {
        SegmentPairs pairs = SegmentPairs.of(geometry, limits);
        if (pairs.gaveUp()) {
            throw new Rejected(RejectionCode.GEOMETRY_TOO_COSTLY, pairs.why());
        }
        return pairs;
    }
}
