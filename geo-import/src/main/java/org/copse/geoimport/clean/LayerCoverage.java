package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Limit;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;

/** Looks whether the areas of a layer meet, and mends them where that is asked for. */
public final class LayerCoverage {
    /** Boundaries drawn twice are seldom farther apart, streets never as close. */
    private static final double USUAL_WIDTH_METRES = 1;

    /** Looking costs about a second for each hundred thousand vertices: more are looked at when mending is asked for. */
    private static final long MOST_VERTICES_UNASKED = 300_000;

    private static final Set<LayerKind> MEETING =
            EnumSet.of(LayerKind.UNITS, LayerKind.NEIGHBOURHOODS, LayerKind.AREAS_IN_FORCE);

    private LayerCoverage() {}

    /**
     * Returns the features, mended where the request asks for it; tells the report of what is left and what was changed.
     *
     * @param features cleaned; only areas are looked at
     * @throws org.copse.geoimport.ImportRefused when mending is asked for and there are more vertices than its limit
     */
    public static List<Feature> checked(ImportRequest request, List<Feature> features, ReportBuilder report) {
        List<Feature> areas = features.stream()
                .filter(feature -> feature.geometry().getDimension() == 2)
                .toList();
        boolean asked = request.mendMetres().isPresent();
        if (areas.size() < 2 || areas.size() < features.size() || !(asked || MEETING.contains(request.kind()))) {
            return features;
        }
        long vertices = CoverageLayer.vertices(areas);
        if (asked) {
            request.limits().check(Limit.VERTICES_TO_MEND, vertices, request.fileName());
        } else if (vertices > MOST_VERTICES_UNASKED) {
            return features;
        }
        double width = request.mendMetres().orElse(USUAL_WIDTH_METRES);
        try {
            List<Feature> mended = asked ? mended(areas, width, report) : features;
            new CoverageCheck(new CoverageLayer(mended), width, asked).tell(report);
            return mended;
        } catch (TopologyException | IllegalArgumentException e) {
            // Areas that are valid one by one may still be too entangled for an overlay of all.
            report.warn(
                    WarningCode.COVERAGE_UNCHECKED,
                    "whether areas meet could not be found out: they are too entangled");
            return features;
        }
    }

    private static List<Feature> mended(List<Feature> features, double width, ReportBuilder report) {
        CoverageLayer layer = new CoverageLayer(features);
        CoverageMend mend = new CoverageMend(layer.areas(), width);
        List<Geometry> areas = mend.mended();
        List<Feature> mended = new ArrayList<>();
        double gained = 0;
        double lost = 0;
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            Geometry before = layer.areas().get(i);
            Geometry after = areas.get(i);
            boolean same = after.isEmpty() || after.equalsExact(before);
            if (same) {
                mended.add(feature);
                continue;
            }
            double change = after.getArea() - before.getArea();
            gained += Math.max(0, change);
            lost += Math.max(0, -change);
            Geometry lonLat = layer.lonLat(after);
            Coordinate at = lonLat.getCoordinate();
            report.changeLater(
                    ChangeCode.GEOMETRY_MENDED,
                    feature.row(),
                    String.format(Locale.ROOT, "%s: %+.1f m²", feature.id(), change),
                    at.x,
                    at.y);
            mended.add(new Feature(feature.id(), feature.row(), lonLat, feature.attributes()));
        }
        report.changeDetail(
                ChangeCode.GEOMETRY_MENDED,
                String.format(Locale.ROOT, "area gained %.1f m², lost %.1f m²", gained, lost));
        report.warn(
                WarningCode.COVERAGE_MENDED,
                String.format(
                        Locale.ROOT,
                        "%d gaps and %d overlaps up to %s m wide were closed, %.1f m² in all",
                        mend.gapsClosed(),
                        mend.overlapsClosed(),
                        CoverageCheck.text(width),
                        mend.squareMetresMoved()));
        return mended;
    }
}
