/** Facts about tests of cells. */
@NullMarked
package org.copse.statistics.hotspot;

import org.jspecify.annotations.NullMarked;
