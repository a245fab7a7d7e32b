/** What a planning problem refuses. */
@NullMarked
package org.copse.planning.problem;

import org.jspecify.annotations.NullMarked;
