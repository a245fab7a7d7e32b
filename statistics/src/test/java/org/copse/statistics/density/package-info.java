/** Facts about surfaces. */
@NullMarked
package org.copse.statistics.density;

import org.jspecify.annotations.NullMarked;
