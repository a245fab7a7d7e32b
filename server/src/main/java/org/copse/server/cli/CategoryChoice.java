package org.copse.server.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictReport;
import org.copse.planning.workload.CategoryRule;
import org.copse.planning.workload.ConflictWeights;
import org.copse.planning.workload.Counted;
import org.copse.planning.workload.WorkloadWeights;

/** Which categories of incidents the command line takes in and leaves out. */
final class CategoryChoice {
    private static final String AUTHOR = "command line";
    private static final int MOST_NAMED = 20;

    private final Map<String, CategoryRule> chosen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @throws Usage when a category is both taken in and left out */
    CategoryChoice(PlanFiles files) {
        for (String category : files.count) {
            chosen.put(category.strip(), new CategoryRule(Counted.ALL, "Taken in with --count", AUTHOR));
        }
        for (String category : files.leaveOut) {
            if (chosen.put(category.strip(), new CategoryRule(Counted.NONE, "Left out with --leave-out", AUTHOR))
                    != null) {
                throw new Usage("--count and --leave-out both name \"" + category + "\".");
            }
        }
    }

    /**
     * Returns weights with these choices laid over theirs, and with the proposal for every other category of the district.
     *
     * @throws ImportRefused when no incident has a category that was named
     */
    WorkloadWeights on(District district, WorkloadWeights weights) {
        List<String> there = Optional.ofNullable(district.report().incidents())
                .map(DistrictReport.Incidents::categories)
                .orElse(List.of())
                .stream()
                .map(DistrictReport.Category::category)
                .toList();
        for (String category : chosen.keySet()) {
            if (there.stream().noneMatch(category::equalsIgnoreCase)) {
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        "the categories of the incidents",
                        "no incident has the category \"" + category + "\"",
                        "Choose among: "
                                + String.join(
                                        ", ", there.stream().limit(MOST_NAMED).toList())
                                + (there.size() > MOST_NAMED ? " and further ones; --dry-run lists them." : "."));
            }
        }
        ConflictWeights conflict = weights.conflict();
        Map<String, CategoryRule> rules = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        rules.putAll(conflict.categories());
        rules.putAll(chosen);
        return district.complete(
                weights.with(new ConflictWeights(conflict.perIncident(), conflict.byCategory(), rules)));
    }
}
