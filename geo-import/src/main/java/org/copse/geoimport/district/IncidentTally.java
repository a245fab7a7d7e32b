package org.copse.geoimport.district;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.planning.workload.IncidentCounts;
import org.copse.planning.workload.Initiated;

/**
 * Incidents counted by unit.
 *
 * @param months the period, in months of 365.25/12 days
 * @param monthsHow how the period is known
 * @param period its first and last day; empty where only months are known
 * @param byUnit counts by category, for each unit in order
 * @param outside incidents that lie in no unit
 * @param outsideExamples the first of them
 * @param undated incidents inside without a date that could be read; they count
 * @param outsidePeriod incidents inside that lie outside the stated period, left out
 */
public record IncidentTally(
        double months,
        String monthsHow,
        Optional<IncidentPeriod> period,
        List<Map<String, Initiated>> byUnit,
        long outside,
        List<Outside> outsideExamples,
        long undated,
        long outsidePeriod) {

    private static final double MOST_MONTHS = 1_200;

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

    /**
     * Checks that the period is one that counts by month can mean.
     *
     * @throws ImportRefused when it is over 1,200 months, which only wrong dates make
     */
    void requireOneCentury() {
        if (months > MOST_MONTHS) {
            throw new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    "the dates of the incidents",
                    "they span " + Math.round(months) + " months, " + monthsHow,
                    "State the period, with --period FROM..TO on the command line, or mend the dates that are wrong.");
        }
    }

    /** Returns the incidents that lie in units and in the period. */
    public long inside() {
        return byCategory().values().stream().mapToLong(Initiated::total).sum();
    }

    /** Returns the counts of all units together, by category. */
    Map<String, Initiated> byCategory() {
        Map<String, Initiated> all = new TreeMap<>();
        byUnit.forEach(counts -> counts.forEach((category, some) -> all.merge(category, some, Initiated::plus)));
        return all;
    }

    /** Returns this with the period stated by a planner rather than read from dates. */
    public IncidentTally overMonths(double stated) {
        return new IncidentTally(
                stated, "stated", Optional.empty(), byUnit, outside, outsideExamples, undated, outsidePeriod);
    }
}
