/** Facts about bounds. */
@NullMarked
package org.copse.planning.bound;

import org.jspecify.annotations.NullMarked;
