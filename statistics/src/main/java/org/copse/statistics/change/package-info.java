/** Whether something changed more in one area than in others that are like it: counts before and after, and nothing else. */
@NullMarked
package org.copse.statistics.change;

import org.jspecify.annotations.NullMarked;
