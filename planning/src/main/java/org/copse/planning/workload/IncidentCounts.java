package org.copse.planning.workload;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The incidents of a unit over a period.
 *
 * @param months how long the period is; over 0, to 1,200
 * @param byCategory counts by category, over the whole period
 */
public record IncidentCounts(double months, Map<String, Initiated> byCategory) {

    /** No incidents, in a month. */
    public static final IncidentCounts NONE = new IncidentCounts(1, Map.of());

    /** Copies the map in the order of its categories and checks the period. */
    public IncidentCounts {
        Minutes.within("months", months, 0.01, 1_200);
        byCategory = Collections.unmodifiableMap(new TreeMap<>(byCategory));
    }
}
