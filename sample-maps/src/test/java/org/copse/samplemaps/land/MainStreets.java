package org.copse.samplemaps.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The rings, radials and boulevards, which everything else grows between. */
final class MainStreets {

    private static final double[] RADIAL_DEGREES = {-146, -116, -44, -7, 29, 58, 101, 132, 160, 187};
    private static final double[] RADIAL_STARTS = {52, 760, 820, 52, 850, 52, 790, 52, 790, 52};
    private static final double[][] INNER_RING = {
        {-120, -780},
        {420, -830},
        {830, -560},
        {960, -80},
        {860, 420},
        {560, 800},
        {40, 920},
        {-480, 800},
        {-830, 420},
        {-900, -80},
        {-640, -560},
        {-120, -780}
    };
    private static final double[][] RING_ROAD = {
        {-3300, -3150},
        {-3420, -2000},
        {-3250, -600},
        {-3000, 900},
        {-2350, 2350},
        {-1200, 3250},
        {250, 3420},
        {1800, 3150},
        {2900, 2200},
        {3450, 900},
        {3300, -700},
        {2950, -1900},
        {2700, -3200}
    };
    private static final double[][] COAST_BOULEVARD = {
        {-5600, -2200}, {-4300, -2600}, {-3000, -2930}, {-1900, -2950}, {-1180, -2860}, {-900, -2600}
    };
    private static final double[][] NORTH_BEACH_ROAD = {
        {1050, -2300}, {1300, -2900}, {2300, -2980}, {3600, -2700}, {5200, -2050}
    };
    private static final double[][] DOCK_ROAD = {{620, -830}, {820, -1300}, {1020, -1900}, {1050, -2300}, {1080, -3050}
    };
    private static final double[][] OUTER_LANE = {
        {-5000, -2380},
        {-4700, -900},
        {-4350, 900},
        {-3700, 2700},
        {-2700, 4000},
        {-1000, 4900},
        {900, 5200},
        {2900, 4700},
        {4200, 3200},
        {4900, 1400},
        {4700, -400},
        {4400, -2300}
    };

    private MainStreets() {}

    static List<LineString> draw(Random random) {
        List<LineString> streets = new ArrayList<>();
        streets.add(Shapes.curve(INNER_RING, 70));
        streets.add(Shapes.curve(RING_ROAD, 110));
        streets.add(Shapes.curve(COAST_BOULEVARD, 90));
        streets.add(Shapes.curve(NORTH_BEACH_ROAD, 90));
        streets.add(Shapes.curve(DOCK_ROAD, 80));
        streets.add(Shapes.curve(OUTER_LANE, 130));
        streets.add(marketSquare());
        for (int i = 0; i < RADIAL_DEGREES.length; i++) {
            streets.add(radial(Math.toRadians(RADIAL_DEGREES[i]), RADIAL_STARTS[i], random));
        }
        return streets;
    }

    private static LineString marketSquare() {
        return Shapes.onGrid(Shapes.polygon(new double[][] {{-70, -45}, {55, -60}, {75, 40}, {-15, 70}, {-80, 35}})
                .getExteriorRing());
    }

    /** A radial wanders a little: it was a country road before it was a street. */
    private static LineString radial(double direction, double startMetres, Random random) {
        double swing = Math.toRadians(2 + 4 * random.nextDouble());
        double phase = random.nextDouble() * 2 * Math.PI;
        double wavelength = 1100 + 900 * random.nextDouble();
        List<Coordinate> through = new ArrayList<>();
        for (double r = startMetres; r < 12500; r += 190 + r * 0.06) {
            double fade = Math.min(1, r / 1200);
            double angle = direction + fade * swing * StrictMath.sin(r / wavelength + phase);
            double jitter = r < 200 ? 0 : 14 * random.nextGaussian();
            through.add(Shapes.at(r * StrictMath.cos(angle) + jitter, r * StrictMath.sin(angle) - jitter));
        }
        return Shapes.smooth(through, 80);
    }

    /** Returns the parts of a street that lie in an area, each long enough to be a street. */
    static List<LineString> within(Geometry area, LineString street, double atLeastMetres) {
        List<LineString> parts = new ArrayList<>();
        Geometry inside = area.intersection(street);
        for (int i = 0; i < inside.getNumGeometries(); i++) {
            if (inside.getGeometryN(i) instanceof LineString part && part.getLength() >= atLeastMetres) {
                parts.add(part);
            }
        }
        return parts;
    }
}
