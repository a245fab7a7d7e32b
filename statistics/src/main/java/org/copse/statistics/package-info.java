/**
 * Statistics of places: where more was recorded than chance and exposure explain, and how sure that is.
 *
 * <p>Every function takes counts, exposure, positions and times, nothing else. A category, a name or an attribute of a
 * population cannot reach one: no signature has a text, a map or an object for it (an architecture test holds this).
 * Whoever calls chooses which incidents count and says what was left out.
 *
 * <p>Coordinates are metres, east and north, of one metric CRS. A {@link org.copse.statistics.grid.CellGrid} lays cells over a
 * district; {@code near} says which cells lie near each other, with barriers between them; {@code hotspot} tests counts and
 * rates of cells; {@code density} draws surfaces; {@code sequence} looks at incidents one after another; {@code scoring}
 * compares what was foretold with what was recorded later. Everything that draws lots takes a seed and gives the same
 * answer again.
 */
@NullMarked
package org.copse.statistics;

import org.jspecify.annotations.NullMarked;
