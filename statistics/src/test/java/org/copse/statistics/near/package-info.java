/** Facts about nearness. */
@NullMarked
package org.copse.statistics.near;

import org.jspecify.annotations.NullMarked;
