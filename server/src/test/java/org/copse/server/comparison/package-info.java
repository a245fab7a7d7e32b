/** Facts about comparisons. */
@NullMarked
package org.copse.server.comparison;

import org.jspecify.annotations.NullMarked;
