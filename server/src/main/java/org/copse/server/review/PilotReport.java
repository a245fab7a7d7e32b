package org.copse.server.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sites are like the pilot sites, and how like: so that what a pilot did can be told from what happened everywhere.
 *
 * @param scenario whose evidence the sites are measured by
 * @param measures what they are compared in
 * @param sites all of the plan, in its order
 * @param pairs each pilot with its controls; empty without pilots
 * @param balance how like pilots and controls are as groups, by measure; empty without pilots
 */
record PilotReport(
        UUID plan,
        String name,
        UUID scenario,
        String scenarioName,
        List<Measure> measures,
        List<Site> sites,
        List<Pair> pairs,
        List<Balance> balance) {

    /** Copies the lists. */
    PilotReport {
        measures = List.copyOf(measures);
        sites = List.copyOf(sites);
        pairs = List.copyOf(pairs);
        balance = List.copyOf(balance);
    }

    /**
     * What sites are compared in.
     *
     * @param key such as {@code residents}
     * @param spread the standard deviation over all sites, in the measure's unit; 0 where it is the same everywhere and tells nothing
     */
    record Measure(String key, double spread) {}

    /**
     * A beat or a sector.
     *
     * @param role {@code pilot}, {@code control}, {@code neighbour} of a pilot, or {@code other}
     * @param values in the order of the measures
     */
    record Site(String id, String name, String role, List<Double> values) {
        /** Copies the list. */
        Site {
            values = List.copyOf(values);
        }
    }

    /**
     * A pilot and one of its controls.
     *
     * @param distance root mean square of their differences, in standard deviations
     */
    record Pair(String pilot, String control, double distance) {}

    /**
     * A measure over the pilots, and over those that they are compared with.
     *
     * @param pilots mean of the pilots
     * @param others mean of all other sites
     * @param controls mean of the controls; null where there are none
     * @param before how far pilots are from all others, in standard deviations over all sites; signed
     * @param after how far they are from their controls; null where there are none
     */
    record Balance(
            String measure,
            double pilots,
            double others,
            @Nullable Double controls,
            double before,
            @Nullable Double after) {}
}
