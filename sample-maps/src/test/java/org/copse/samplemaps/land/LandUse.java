package org.copse.samplemaps.land;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Decides what stands on a block: a park, the harbour, works, or houses. */
final class LandUse {

    private record Oval(double u, double v, double halfLength, double halfWidth) {
        boolean contains(Coordinate place) {
            double du = (Shapes.alongCoast(place) - u) / halfLength;
            double dv = (Shapes.inland(place) - v) / halfWidth;
            return du * du + dv * dv < 1;
        }
    }

    private static final Oval[] PARKS = {
        new Oval(-760, 640, 190, 300),
        new Oval(-60, -690, 260, 95),
        new Oval(1700, 2350, 330, 430),
        new Oval(-1950, -850, 300, 240),
        new Oval(-2600, 3000, 620, 420),
        new Oval(3700, 2500, 520, 640),
        new Oval(2150, -1150, 260, 330),
        new Oval(-4700, -300, 480, 640),
        new Oval(1650, 250, 170, 210),
        new Oval(-350, 2450, 240, 200),
        new Oval(-1350, -2050, 210, 180),
    };
    private static final Oval[] WORKS = {
        new Oval(2900, 820, 560, 260), new Oval(-3900, 2550, 700, 330), new Oval(1750, -1500, 420, 640),
    };
    private static final double WATER_SHARE = 0.12;

    private LandUse() {}

    static Block.Use of(Polygon outline, Coordinate centre, double landSquareMetres) {
        if (landSquareMetres < WATER_SHARE * outline.getArea()) {
            return Block.Use.WATER;
        }
        double u = Shapes.alongCoast(centre);
        double v = Shapes.inland(centre);
        if (v < -1650 && u > -620 && u < 1120) {
            return Block.Use.HARBOUR;
        }
        for (Oval park : PARKS) {
            if (park.contains(centre)) {
                return Block.Use.PARK;
            }
        }
        for (Oval works : WORKS) {
            if (works.contains(centre)) {
                return Block.Use.WORKS;
            }
        }
        return Block.Use.HOUSES;
    }
}
