/** Facts about cells. */
@NullMarked
package org.copse.statistics.grid;

import org.jspecify.annotations.NullMarked;
