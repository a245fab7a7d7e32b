package org.copse.geoimport.clean;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Whether areas that should meet do: gaps, overlaps and slivers are told with their number and the first of them. */
final class CoverageCheck {
    private static final int NAMED = 3;
    /** From here on an overlap is one: narrower ones come from rounding, in degrees or by a projection. */
    private static final double OVERLAP_TOLD_METRES = 0.01;

    /** Gaps up to here are told where mending is not asked for: streets between blocks are seldom as narrow. */
    private static final double GAP_TOLD_METRES = 10;

    private final CoverageLayer layer;
    private final double widthMetres;
    private final double gapMetres;
    private @Nullable STRtree index;

    /**
     * @param widthMetres what is narrower is taken for an error of drawing
     * @param mended whether that was closed
     */
    CoverageCheck(CoverageLayer layer, double widthMetres, boolean mended) {
        this.layer = layer;
        this.widthMetres = widthMetres;
        this.gapMetres = mended ? widthMetres : Math.max(widthMetres, GAP_TOLD_METRES);
    }

    void tell(ReportBuilder report) {
        tellCompound(report);
        Geometry[] areas = layer.areas().toArray(Geometry[]::new);
        Geometry[] invalid = CoverageValidator.validate(areas);
        List<Integer> overlapping = IntStream.range(0, areas.length)
                .filter(i -> invalid[i] != null && !invalid[i].isEmpty())
                .boxed()
                .filter(i -> overlapsAnother(areas, i))
                .toList();
        if (!overlapping.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_OVERLAPS,
                    overlapping.size() + " areas overlap another one by more than " + text(OVERLAP_TOLD_METRES) + " m: "
                            + named(overlapping) + "; first at " + place(invalid[overlapping.get(0)].getCoordinate()));
        }
        List<Polygon> gaps = new CoverageMend(layer.areas(), gapMetres).narrowGaps();
        if (!gaps.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_GAPS,
                    gaps.size() + " gaps up to " + text(gapMetres) + " m wide lie between areas; first at "
                            + place(gaps.get(0).getCoordinate()));
        }
        List<Integer> slivers = indices(i -> isSliver(areas[i]));
        if (!slivers.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_SLIVERS,
                    slivers.size() + " areas are narrower than " + text(widthMetres) + " m: " + named(slivers));
        }
    }

    private boolean overlapsAnother(Geometry[] areas, int one) {
        if (index == null) {
            index = new STRtree();
            for (int i = 0; i < areas.length; i++) {
                index.insert(areas[i].getEnvelopeInternal(), i);
            }
        }
        List<?> near = index.query(areas[one].getEnvelopeInternal());
        return near.stream()
                .map(Integer.class::cast)
                .anyMatch(other -> other != one && isWide(areas[one], areas[other]));
    }

    /** A strip is as wide as what is left of it when half of that is taken from all its sides. */
    private static boolean isWide(Geometry one, Geometry other) {
        Geometry common = OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
        return common.getDimension() == 2
                && !common.buffer(-OVERLAP_TOLD_METRES / 2, 1).isEmpty();
    }

    private void tellCompound(ReportBuilder report) {
        List<Integer> parts = indices(i -> layer.areas().get(i).getNumGeometries() > 1);
        List<Integer> holes = indices(i -> hasHole(layer.areas().get(i)));
        if (!parts.isEmpty()) {
            report.warn(WarningCode.AREAS_COMPOUND, parts.size() + " areas have several parts: " + named(parts));
        }
        if (!holes.isEmpty()) {
            report.warn(WarningCode.AREAS_COMPOUND, holes.size() + " areas have holes: " + named(holes));
        }
    }

    private List<Integer> indices(IntPredicate which) {
        return IntStream.range(0, layer.areas().size()).filter(which).boxed().toList();
    }

    private static boolean hasHole(Geometry area) {
        return IntStream.range(0, area.getNumGeometries())
                .anyMatch(i -> ((Polygon) area.getGeometryN(i)).getNumInteriorRing() > 0);
    }

    private boolean isSliver(Geometry area) {
        return CoverageMend.leastWidth(area) < widthMetres && CoverageMend.isNarrow(area, widthMetres);
    }

    private String named(List<Integer> areas) {
        String names = String.join(
                ", ",
                areas.stream()
                        .limit(NAMED)
                        .map(i -> "\"" + layer.features().get(i).id() + "\"")
                        .toList());
        return areas.size() > NAMED ? names + ", …" : names;
    }

    private String place(Coordinate metres) {
        Coordinate at = layer.lonLat(metres);
        return String.format(Locale.ROOT, "%.6f, %.6f", at.x, at.y);
    }

    static String text(double metres) {
        return metres == Math.rint(metres) ? String.valueOf((long) metres) : String.valueOf(metres);
    }
}
