/**
 * How far a plan can be from the best possible one.
 *
 * <p>A search says how good its plan is, never how good a plan could be. A <em>bound</em> does: a number below which no plan
 * within the limits can come, whoever draws it. The gap between a plan and the bound is then the most that any more effort
 * could win. Bounds here leave contiguity out, which makes them lower than they need be and never wrong.
 */
@NullMarked
package org.copse.planning.bound;

import org.jspecify.annotations.NullMarked;
