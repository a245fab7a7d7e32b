package org.copse.geoimport.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The grid that territories are drawn on. Lines are noded on the very grid that coordinates are rounded to when they are written,
 * so that rounding moves nothing afterwards, and what was valid stays so.
 */
public interface Grid {

    /** Returns places in metres as places of the grid, not yet rounded. */
    Coordinate[] onto(Coordinate[] metric);

    /** Returns an area of the grid in metres. */
    Geometry toMetric(Geometry onGrid);

    /** Returns the rounding. */
    PrecisionModel precision();

    /** Returns the grid of a millimetre in the metric CRS itself. */
    static Grid millimetres() {
        return new Grid() {
            @Override
            public Coordinate[] onto(Coordinate[] metric) {
                return metric;
            }

            @Override
            public Geometry toMetric(Geometry onGrid) {
                return onGrid;
            }

            @Override
            public PrecisionModel precision() {
                return new PrecisionModel(1_000);
            }
        };
    }
}
