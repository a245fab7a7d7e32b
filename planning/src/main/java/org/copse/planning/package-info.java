/**
 * The planning engine: a problem in, plans out.
 *
 * <p>A {@link org.copse.planning.problem.PlanningProblem} says which units there are, with how many hours of work each, who is whose
 * neighbour, how many officers share the work, and what must and what should hold. {@link org.copse.planning.Planner} proposes plans for it,
 * improves or mends one, and answers what a single unit's move would cost, within a {@link org.copse.planning.Budget}. What comes back is a
 * {@link org.copse.planning.plan.PlanningResult}: alternatives with their measures, the bounds that could not be kept and why, and a proven
 * bound on what any plan could reach.
 *
 * <p>A plan comes about in this order:
 *
 * <ol>
 *   <li>The problem is laid out: parts of the district that are not connected, the teams of each, the hours that each beat is to have.
 *   <li>Each part gets starts: plans that are connected and roughly even, drawn in the plane, on the graph, or from the areas in force.
 *   <li>The beats of a start get the numbers that locks and areas in force ask for.
 *   <li>Annealing moves units across boundaries, one at a time or two in exchange. {@code objective} says by how much each move changes the
 *       weighted terms and the bounds that are missed. Beats of few units that miss bounds are then divided anew with their neighbours.
 *   <li>Whatever a cycle of annealing ends with goes into an archive, which keeps plans that no other dominates; in the end each favour takes
 *       from it what is best by its own weights.
 *   <li>The plans are measured and checked from outside; a constraint that is missed is named with its cause. Beside them stands the bound that no
 *       plan can beat, computed on a thread of its own.
 * </ol>
 *
 * <p>A given plan is improved in the same way, from where it is and with beats that stay as they are; or mended, which looks at all ways of one
 * move, two, three, before it anneals. Both keep the numbers of beats.
 *
 * <p>Inside, {@code workload} turns counts into hours; {@code objective} scores plans and moves; {@code search} finds plans, and its package
 * comment tells how; {@code bound} proves what cannot be; {@code constraint} and {@code measure} look at finished plans from outside and
 * trust none of the search's books. The engine knows no file, no database and no network.
 */
@NullMarked
package org.copse.planning;

import org.jspecify.annotations.NullMarked;
