/**
 * What the search keeps small. A {@link org.copse.planning.objective.Term} has one method that scores an {@link
 * org.copse.planning.objective.Assignment} from scratch and one that scores a move of one unit in amortised constant time; {@link
 * org.copse.planning.objective.Objective} weighs them. Terms of a boundary (cut length, communities, barriers) are prices of cut edges and are
 * added up once, so that more of them cost no more time.
 *
 * <p>A new term is a class here, which says its unit, range and source, and its registration: a constant of {@link
 * org.copse.planning.problem.SoftTerm} with its usual weight, and a line in {@link org.copse.planning.objective.Terms}. These classes are
 * public for the search alone; nothing outside the module uses them.
 */
@NullMarked
package org.copse.planning.objective;

import org.jspecify.annotations.NullMarked;
