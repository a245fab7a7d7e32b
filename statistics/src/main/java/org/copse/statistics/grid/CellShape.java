package org.copse.statistics.grid;

/** The shape of a cell. */
public enum CellShape {
    /** Squares along the axes of the CRS. */
    SQUARE,
    /** Regular hexagons with a corner to the north. */
    HEXAGON
}
