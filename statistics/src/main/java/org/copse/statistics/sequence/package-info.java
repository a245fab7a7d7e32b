/** Incidents one after another: near repeats, clusters in space and time, hours of the week. */
@NullMarked
package org.copse.statistics.sequence;

import org.jspecify.annotations.NullMarked;
