/**
 * The planning engine: a problem in, plans out.
 *
 * <p>A {@link org.copse.planning.problem.PlanningProblem} says which units there are, with how many hours of work each, who is whose
 * neighbour, how many officers share the work, and what must and what should hold. {@link org.copse.planning.Planner} proposes plans for it,
 * improves or mends one, and answers what a single unit's move would cost, within a {@link org.copse.planning.Budget}. What comes back is a
 * {@link org.copse.planning.plan.PlanningResult}: alternatives with their measures, the bounds that could not be kept and why, and a proven
 * bound on what any plan could reach.
 *
 * <p>Inside, {@code workload} turns counts into hours; {@code objective} scores plans and moves; {@code search} finds plans, and its package
 * comment tells how; {@code bound} proves what cannot be; {@code constraint} and {@code measure} look at finished plans from outside and
 * trust none of the search's books. The engine knows no file, no database and no network.
 */
@NullMarked
package org.copse.planning;

import org.jspecify.annotations.NullMarked;
