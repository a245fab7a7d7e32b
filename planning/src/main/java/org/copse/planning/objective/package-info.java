/**
 * What the search keeps small. A {@link org.copse.planning.objective.Term} has one method that scores an {@link
 * org.copse.planning.objective.Assignment} from scratch and one that scores a move of one unit in amortised constant time; {@link
 * org.copse.planning.objective.Objective} weighs them. Terms of a boundary (cut length, communities, barriers) are prices of cut edges and are
 * added up once, so that more of them cost no more time.
 *
 * <p>A new term is a class here and a line in {@link org.copse.planning.objective.Terms}. These classes are public for the search alone;
 * nothing outside the module uses them.
 */
@NullMarked
package org.copse.planning.objective;

import org.jspecify.annotations.NullMarked;
