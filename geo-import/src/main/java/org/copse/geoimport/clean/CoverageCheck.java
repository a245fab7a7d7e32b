package org.copse.geoimport.clean;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Whether areas that should meet do: gaps, overlaps and slivers are told with their number and the first of them. */
final class CoverageCheck {
    private static final int NAMED = 3;

    private final CoverageLayer layer;
    private final double widthMetres;

    /** @param widthMetres what is narrower is taken for an error of drawing */
    CoverageCheck(CoverageLayer layer, double widthMetres) {
        this.layer = layer;
        this.widthMetres = widthMetres;
    }

    void tell(ReportBuilder report) {
        tellCompound(report);
        Geometry[] areas = layer.areas().toArray(Geometry[]::new);
        Geometry[] invalid = CoverageValidator.validate(areas);
        List<Integer> overlapping = IntStream.range(0, areas.length)
                .filter(i -> invalid[i] != null && !invalid[i].isEmpty())
                .boxed()
                .toList();
        if (!overlapping.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_OVERLAPS,
                    overlapping.size() + " areas overlap another one, or their boundaries do not match: "
                            + named(overlapping) + "; first at " + place(invalid[overlapping.get(0)].getCoordinate()));
        }
        List<Polygon> gaps = new CoverageMend(layer.areas(), widthMetres).narrowGaps();
        if (!gaps.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_GAPS,
                    gaps.size() + " gaps up to " + text(widthMetres) + " m wide lie between areas; first at "
                            + place(gaps.get(0).getCoordinate()));
        }
        List<Integer> slivers = indices(i -> isSliver(areas[i]));
        if (!slivers.isEmpty()) {
            report.warn(
                    WarningCode.COVERAGE_SLIVERS,
                    slivers.size() + " areas are narrower than " + text(widthMetres) + " m: " + named(slivers));
        }
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
