package org.copse.samplemaps.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.VariableBuffer;

/**
 * What nature and the engineers laid down before the streets: land, sea front, river, docks, railways, the district's
 * limits.
 *
 * @param land the island on which the city lies
 * @param district the territory of the police authority, within the land
 * @param river the river's centre line, upstream first, from beyond the land into the sea
 * @param water the river and the docks as areas
 * @param railways the main line, then the harbour branch
 */
public record Terrain(Polygon land, Polygon district, LineString river, Geometry water, List<LineString> railways) {

    /** Metres inland (negative: seaward) of the market square at which the sea begins, before the coast's noise. */
    static final double COAST = -3300;

    private static final double[][] RIVER = {
        {3600, 11500},
        {2900, 9000},
        {1500, 7300},
        {2150, 5500},
        {900, 4300},
        {450, 3000},
        {1050, 1900},
        {900, 800},
        {420, 60},
        {380, -700},
        {-120, -1500},
        {-330, -2500},
        {-520, -3400},
        {-640, -5200}
    };
    private static final double[] RIVER_HALF_WIDTHS = {22, 22, 24, 26, 28, 32, 36, 40, 44, 58, 85, 150, 330, 520};
    private static final double[][] MAIN_LINE = {
        {-11000, 3600},
        {-7800, 3050},
        {-5200, 2500},
        {-3000, 2050},
        {-1500, 1420},
        {-300, 1130},
        {900, 1220},
        {2100, 900},
        {3700, 380},
        {5600, 700},
        {8000, 1500},
        {11000, 1900}
    };
    private static final double[][] HARBOUR_BRANCH = {
        {1500, 1090}, {2050, 700}, {2150, -100}, {1700, -900}, {1350, -1600}, {1250, -2150}
    };
    private static final double[][][] DOCKS = {
        {{-350, -2780}, {950, -2900}, {965, -2740}, {-350, -2620}},
        {{-330, -2420}, {820, -2500}, {830, -2370}, {-330, -2280}},
        {{-250, -2040}, {560, -2090}, {565, -1985}, {-250, -1930}},
        {{-480, -2300}, {-1080, -2230}, {-1090, -2340}, {-480, -2430}},
    };

    private static final double[][][] MOLES = {
        {{-980, -3150}, {-930, -3700}, {-640, -4250}, {-330, -4420}},
        {{420, -3200}, {450, -3800}, {250, -4300}, {60, -4480}},
        {{-2450, -3150}, {-2500, -3900}},
    };

    /** Lays the city's ground; the same random numbers give the same ground. */
    public static Terrain lay(Random random) {
        Polygon land = landOf(random);
        LineString river = Shapes.curve(RIVER, 60);
        Geometry water = waterOf(river).intersection(land.buffer(400));
        Polygon district = Shapes.onGrid(Shapes.largest(districtOutline(random).intersection(land)));
        return new Terrain(
                Shapes.onGrid(withMoles(land)),
                district,
                river,
                Shapes.onGrid(water),
                List.of(Shapes.curve(MAIN_LINE, 60), Shapes.curve(HARBOUR_BRANCH, 60)));
    }

    private static Polygon landOf(Random random) {
        Polygon island = Shapes.blob(Shapes.at(200, 2600), 8600, 0.055, 26, 220, random);
        List<Coordinate> seaward = new ArrayList<>();
        double phase = random.nextDouble() * 6;
        for (double u = -14000; u <= 14000; u += 180) {
            double bow = 620 * StrictMath.pow(u / 6000, 2) * (u < 0 ? 0.8 : 1);
            double v = COAST + bow + 90 * StrictMath.sin(u / 1500 + phase) + 35 * random.nextGaussian();
            seaward.add(Shapes.at(u, v));
        }
        seaward.add(Shapes.at(14000, 14000));
        seaward.add(Shapes.at(-14000, 14000));
        seaward.add(seaward.get(0));
        Polygon inland = Shapes.METRES.createPolygon(seaward.toArray(new Coordinate[0]));
        Geometry land = island.intersection(inland).buffer(-500, 12).buffer(500, 12);
        return Shapes.largest(land);
    }

    private static Polygon withMoles(Polygon land) {
        Geometry all = land;
        for (double[][] mole : MOLES) {
            all = all.union(Shapes.curve(mole, 60).buffer(13, 4));
        }
        return Shapes.largest(all);
    }

    private static Polygon districtOutline(Random random) {
        return Shapes.blob(Shapes.at(-100, 1250), 6000, 0.05, 30, 330, random);
    }

    private static Geometry waterOf(LineString river) {
        double[] widths = new double[river.getNumPoints()];
        int spans = RIVER_HALF_WIDTHS.length - 1;
        for (int i = 0; i < widths.length; i++) {
            double along = (double) i * spans / (widths.length - 1);
            int span = Math.min(spans - 1, (int) along);
            double share = along - span;
            widths[i] = RIVER_HALF_WIDTHS[span] * (1 - share) + RIVER_HALF_WIDTHS[span + 1] * share;
        }
        Geometry water = VariableBuffer.buffer(river, widths);
        for (double[][] dock : DOCKS) {
            water = water.union(Shapes.polygon(dock));
        }
        return water;
    }
}
