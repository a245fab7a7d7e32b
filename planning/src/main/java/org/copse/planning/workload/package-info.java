/**
 * How much work a unit is, in officer-hours per month.
 *
 * <p>Workload is a sum of six {@linkplain org.copse.planning.workload.Term terms}, each a count of
 * something that happens or somebody who lives in the unit, times minutes that a planner has set and
 * given a reason for. The terms answer to the five {@linkplain
 * org.copse.planning.workload.Criterion criteria} of the guidelines for community-oriented policing:
 *
 * <ul>
 *   <li>density: contacts with residents, and the way between visits (sparse land costs more);
 *   <li>mix: extra service minutes for groups that a planner has chosen, within a cap;
 *   <li>conflict: incidents that police did not themselves start, smoothed against small numbers;
 *   <li>places: visits to places of worship, schools and other focal places;
 *   <li>location: the way from the nearest base, and from the centre.
 * </ul>
 *
 * <p>The evidence of a unit ({@link org.copse.planning.workload.UnitEvidence}) and the minutes
 * ({@link org.copse.planning.workload.WorkloadWeights}) go in; {@link
 * org.copse.planning.workload.WorkloadTable} comes out. No composition of the population ever reaches
 * the conflict term: its functions take counts and exposure only.
 */
@NullMarked
package org.copse.planning.workload;

import org.jspecify.annotations.NullMarked;
