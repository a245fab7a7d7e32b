/** Terms: every score of a move must be the difference of two scores of the whole. */
@NullMarked
package org.copse.planning.objective;

import org.jspecify.annotations.NullMarked;
