/** Reference values, and what the module as a whole keeps to. */
@NullMarked
package org.copse.statistics;

import org.jspecify.annotations.NullMarked;
