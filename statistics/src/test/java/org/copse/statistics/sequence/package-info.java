/** Facts about sequences. */
@NullMarked
package org.copse.statistics.sequence;

import org.jspecify.annotations.NullMarked;
