package org.copse.geoimport.district;

import org.copse.planning.workload.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion does to a plan.
 *
 * @param criterion the criterion
 * @param hours officer-hours per month that it makes, over the whole district
 * @param share of all hours, 0 to 1
 * @param unitsChanging units that are in another beat when it is removed
 * @param residentsChanging residents of these units
 * @param note why nothing changes, where there is a reason: the criterion makes no hours, or makes all of them
 */
public record CriterionEffect(
        Criterion criterion,
        double hours,
        double share,
        int unitsChanging,
        double residentsChanging,
        @Nullable String note) {}
