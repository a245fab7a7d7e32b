package org.copse.server.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictReport;
import org.copse.planning.workload.CategoryTotals;
import org.copse.planning.workload.Counted;
import org.copse.planning.workload.IncidentTotals;
import org.copse.planning.workload.WorkloadWeights;
import org.jspecify.annotations.Nullable;

/** What a plan would rest on, line by line, for people to look at before it runs. */
final class EvidenceText {
    private static final int MOST_CATEGORIES = 60;

    private EvidenceText() {}

    static List<String> of(District district, WorkloadWeights weights) {
        List<String> lines = new ArrayList<>();
        DistrictReport.@Nullable Incidents incidents = district.report().incidents();
        if (incidents != null) {
            incidents(incidents, district.workload(weights).incidents(), lines);
        }
        for (DistrictReport.Enclosed enclosed : district.report().enclosed()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Enclosed land: %.2f km² at %.5f,%.5f, up to %.0f m wide, %s",
                    enclosed.squareKilometres(),
                    enclosed.lon(),
                    enclosed.lat(),
                    enclosed.widthMetres(),
                    enclosed.included()
                            ? "belongs to the district as chosen"
                            : "stays outside; --include-enclosed takes it in"));
        }
        return lines;
    }

    private static void incidents(DistrictReport.Incidents incidents, IncidentTotals totals, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "Incidents: %d in the district, %d outside; %d count as conflict, %d are left out",
                incidents.inside(),
                incidents.outside(),
                totals.counted(),
                totals.recorded() - totals.counted()));
        lines.add(String.format(Locale.ROOT, "Period: %.3f months, %s", incidents.months(), incidents.monthsHow()));
        if (incidents.outsidePeriod() > 0) {
            lines.add("  " + incidents.outsidePeriod() + " incidents lie outside the period and are left out");
        }
        if (incidents.undated() > 0) {
            lines.add("  " + incidents.undated() + " incidents have no date that could be read; they count");
        }
        // What is left out comes first: it is what a planner has to look at.
        List<CategoryTotals> ordered = totals.categories().stream()
                .sorted(Comparator.comparing((CategoryTotals category) -> category.counted() == category.recorded())
                        .thenComparing(Comparator.comparingLong(CategoryTotals::recorded)
                                .reversed()))
                .toList();
        ordered.stream().limit(MOST_CATEGORIES).map(EvidenceText::category).forEach(lines::add);
        if (ordered.size() > MOST_CATEGORIES) {
            lines.add("  and " + (ordered.size() - MOST_CATEGORIES) + " further categories, all in import-report.json");
        }
    }

    private static String category(CategoryTotals category) {
        String counts = String.format(
                Locale.ROOT, "  %7d of %7d count  %s", category.counted(), category.recorded(), category.category());
        String why = String.join(
                "; ",
                Stream.of(
                                category.byPolice() > 0 ? category.byPolice() + " started by police" : "",
                                category.rule().counted() == Counted.ALL
                                        ? ""
                                        : category.rule().reason())
                        .filter(part -> !part.isEmpty())
                        .toList());
        return why.isEmpty() ? counts : counts + "  (" + why + ")";
    }
}
