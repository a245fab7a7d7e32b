/**
 * Hotspots: where more was recorded than chance and residents explain. Chooses which incidents count, hands their positions, days and
 * numbers to {@code org.copse.statistics}, and says with every result what was left out and what it does not mean.
 */
@NullMarked
package org.copse.server.hotspot;

import org.jspecify.annotations.NullMarked;
