/** Facts about scores. */
@NullMarked
package org.copse.statistics.scoring;

import org.jspecify.annotations.NullMarked;
