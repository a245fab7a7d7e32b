/** Facts about tables with withheld counts. */
@NullMarked
package org.copse.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
