package org.copse.planning.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which incidents counted as conflict and which did not, over the period of the data.
 *
 * @param recorded all incidents inside units
 * @param counted those that count
 * @param policeInitiated those that police started, left out
 * @param policeFound those of unknown origin in categories that police find, left out
 * @param leftOut those of categories that a planner has left out, whoever but police started them
 * @param unknownCounted those of unknown origin that count all the same
 * @param months the period
 * @param categories the same by category, in the order of their names
 */
public record IncidentTotals(
        long recorded,
        long counted,
        long policeInitiated,
        long policeFound,
        long leftOut,
        long unknownCounted,
        double months,
        List<CategoryTotals> categories) {

    /** Copies the list. */
    public IncidentTotals {
        categories = List.copyOf(categories);
    }

    /** Returns the share of recorded incidents that do not count, 0 to 1; 0 when there are none. */
    public double shareLeftOut() {
        return recorded == 0 ? 0 : (double) (recorded - counted) / recorded;
    }

    static IncidentTotals of(Iterable<UnitEvidence> units, ConflictWeights weights) {
        Map<String, Initiated> byCategory = new TreeMap<>();
        double months = 0;
        for (UnitEvidence unit : units) {
            months = Math.max(months, unit.incidents().months());
            unit.incidents()
                    .byCategory()
                    .forEach((category, incidents) -> byCategory.merge(category, incidents, Initiated::plus));
        }
        List<CategoryTotals> categories = new ArrayList<>();
        byCategory.forEach((category, incidents) -> {
            CategoryRule rule = weights.ruleOf(category);
            categories.add(new CategoryTotals(
                    category,
                    incidents.byResidents(),
                    incidents.byPolice(),
                    incidents.byUnknown(),
                    rule.counted().of(incidents),
                    rule));
        });
        return of(categories, months);
    }

    private static IncidentTotals of(List<CategoryTotals> categories, double months) {
        long recorded = 0;
        long counted = 0;
        long policeInitiated = 0;
        long policeFound = 0;
        long leftOut = 0;
        long unknownCounted = 0;
        for (CategoryTotals category : categories) {
            recorded += category.recorded();
            counted += category.counted();
            policeInitiated += category.byPolice();
            switch (category.rule().counted()) {
                case ALL -> unknownCounted += category.byUnknown();
                case REPORTED -> policeFound += category.byUnknown();
                case NONE -> leftOut += category.byResidents() + category.byUnknown();
            }
        }
        return new IncidentTotals(
                recorded, counted, policeInitiated, policeFound, leftOut, unknownCounted, months, categories);
    }
}
