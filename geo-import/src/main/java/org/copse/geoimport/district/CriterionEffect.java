package org.copse.geoimport.district;

import org.copse.planning.workload.Criterion;

/**
 * What one criterion does to a plan: what changes beat when the plan settles without it, beside what changes beat by chance when the plan
 * settles with nothing changed.
 *
 * @param criterion the criterion
 * @param hours officer-hours per month that it makes, over the whole district
 * @param share of all hours, 0 to 1
 * @param outcome whether the figures say anything
 * @param unitsChanging units that are then in another beat; the middle one of the seeds asked
 * @param residentsChanging residents of these units
 * @param unitsByChance units that chance accounts for: that change beat with nothing changed, or that the seeds differ by, whichever is more
 * @param residentsByChance residents that chance accounts for
 */
public record CriterionEffect(
        Criterion criterion,
        double hours,
        double share,
        Outcome outcome,
        int unitsChanging,
        double residentsChanging,
        int unitsByChance,
        double residentsByChance) {

    /** Whether a criterion was seen to do something, and if not, why. */
    public enum Outcome {
        /** More changes without it than by chance. */
        SEEN,
        /** No more changes without it than by chance. */
        WITHIN_CHANCE,
        /** It makes no hours, so that nothing changes without it. */
        NO_HOURS,
        /** It makes all hours: without it nothing would be left to plan by. */
        ALL_HOURS,
        /** There was no time to tell it from chance. */
        NO_TIME
    }
}
