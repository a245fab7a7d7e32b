/**
 * How far a plan can be from the best possible one.
 *
 * <p>A search says how good its plan is, never how good a plan could be. A <em>bound</em> does: a number below which no plan
 * within the limits can come, whoever draws it. The gap between a plan and the bound is then the most that any more effort
 * could win.
 *
 * <p>{@link org.copse.planning.bound.InertiaBound} proves one for compactness. It gives every unit a price, lets each centre take the units that
 * pay for themselves ({@link org.copse.planning.bound.PartialBeats}, and more exactly {@link org.copse.planning.bound.WholeBeats}), and climbs
 * with the prices ({@link org.copse.planning.bound.PriceClimb}). What prices cannot settle is divided into cases ({@link
 * org.copse.planning.bound.Branching}). Stopped at any moment, what it has is valid.
 */
@NullMarked
package org.copse.planning.bound;

import org.jspecify.annotations.NullMarked;
