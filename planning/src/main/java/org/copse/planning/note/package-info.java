/** Notes: what a reader has to know of a plan or of its hours, by a code with values, so that it can be said in any language. */
@NullMarked
package org.copse.planning.note;

import org.jspecify.annotations.NullMarked;
