/** Cells: squares or hexagons over a district, what part of each lies in it, and how many people or metres of street it holds. */
@NullMarked
package org.copse.statistics.grid;

import org.jspecify.annotations.NullMarked;
