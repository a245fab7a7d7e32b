/**
 * What is to be planned: units with their hours, the graph on which they are neighbours, the officers and sectors that share them out,
 * what must hold (bounds, locks, together, apart) and what should (soft terms with weights). A {@link
 * org.copse.planning.problem.PlanningProblem} is complete and checked: what its constructor accepts, the engine can plan.
 *
 * <p>Units are numbered from 0 in the order in which they are given; so are beats and sectors. People see labels that start at 1.
 */
@NullMarked
package org.copse.planning.problem;

import org.jspecify.annotations.NullMarked;
