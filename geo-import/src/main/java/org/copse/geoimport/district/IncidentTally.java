package org.copse.geoimport.district;

import java.util.List;
import java.util.Map;
import org.copse.planning.workload.IncidentCounts;
import org.copse.planning.workload.Initiated;

/**
 * Incidents counted by unit.
 *
 * @param months the period, in months; at least 1
 * @param monthsHow how the period is known
 * @param byUnit counts by category, for each unit in order
 * @param outside incidents that lie in no unit
 * @param outsideExamples the first of them
 * @param undated incidents inside without a date that could be read; they count
 */
public record IncidentTally(
        double months,
        String monthsHow,
        List<Map<String, Initiated>> byUnit,
        long outside,
        List<Outside> outsideExamples,
        long undated) {

    /** Copies the lists. */
    public IncidentTally {
        byUnit = List.copyOf(byUnit);
        outsideExamples = List.copyOf(outsideExamples);
    }

    /**
     * Something that lies in no unit.
     *
     * @param row its row in the file, from 1
     * @param lon longitude, degrees
     * @param lat latitude, degrees
     */
    public record Outside(long row, double lon, double lat) {}

    /** Returns the counts of one unit, with their period. */
    IncidentCounts counts(int unit) {
        return new IncidentCounts(months, byUnit.get(unit));
    }

    /** Returns the incidents that lie in units. */
    public long inside() {
        return byUnit.stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Initiated::total)
                .sum();
    }

    /** Returns this with the period stated by a planner rather than read from dates. */
    public IncidentTally overMonths(double stated) {
        return new IncidentTally(stated, "stated", byUnit, outside, outsideExamples, undated);
    }
}
