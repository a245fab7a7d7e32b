package org.copse.samplemaps.people;

import java.util.Arrays;
import java.util.Random;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Coordinate;

/**
 * The counts of one census unit.
 *
 * @param ages residents under 18, 18 to 64, 65 and over
 * @param origins residents by origin group: national, other EU, North Africa, Middle East, other
 * @param income median yearly net income per tax return in euros; 0 where nobody lives
 * @param minutesToCentre minutes to the market square at 12 km/h, streets being 1.3 times as long as the crow flies
 */
record Census(int residents, int[] ages, int[] origins, int income, double minutesToCentre) {

    private static final double METRES_PER_MINUTE = 12_000.0 / 60;
    private static final double DETOUR = 1.3;

    private record Quarter(double u, double v, double reach, double newcomers, double income) {}

    /** Where newcomers settle first (near the station, the docks, the tall estates) and where the well-off live. */
    private static final Quarter[] QUARTERS = {
        new Quarter(-300, 1500, 900, 0.55, -6500),
        new Quarter(500, -1150, 700, 0.45, -5500),
        new Quarter(2500, 1500, 700, 0.50, -7000),
        new Quarter(-2250, 1100, 500, 0.42, -6000),
        new Quarter(-2300, -2700, 900, 0.05, 7500),
        new Quarter(3600, 3300, 1300, 0.02, 8500),
        new Quarter(-2800, 3300, 1200, 0.02, 7000),
        new Quarter(-100, 100, 500, 0.12, 2500),
    };

    Census {
        if (Arrays.stream(ages).sum() != residents || Arrays.stream(origins).sum() != residents) {
            throw new IllegalArgumentException("ages and origins must each sum to the residents, " + residents);
        }
    }

    /** Counts the residents of a unit around a place. */
    static Census of(int residents, Coordinate place, Random random) {
        double u = Shapes.alongCoast(place);
        double v = Shapes.inland(place);
        double fromCentre = StrictMath.hypot(u, v);
        double newcomers = 0.10;
        double income = 23500 + Math.min(5500, fromCentre * 0.9);
        for (Quarter quarter : QUARTERS) {
            double away = StrictMath.hypot(u - quarter.u, v - quarter.v) / quarter.reach;
            double near = StrictMath.exp(-0.5 * away * away);
            newcomers += quarter.newcomers * near;
            income += quarter.income * near;
        }
        newcomers = Math.min(0.72, Math.max(0.03, newcomers + 0.04 * random.nextGaussian()));
        double young = Math.max(0.08, 0.19 + 0.10 * (newcomers - 0.15) + 0.015 * random.nextGaussian());
        boolean seaFront = v < -2300 && u < -900;
        double old = Math.max(0.06, (seaFront ? 0.34 : 0.20) - 0.16 * (newcomers - 0.1) + 0.02 * random.nextGaussian());
        int[] origins = split(
                residents,
                random,
                1 - newcomers,
                newcomers * 0.30,
                newcomers * 0.32,
                newcomers * 0.20,
                newcomers * 0.18);
        int[] ages = split(residents, random, young, 1 - young - old, old);
        int rounded = residents == 0 ? 0 : ((int) (Math.max(14000, income + 900 * random.nextGaussian()) / 10)) * 10;
        double minutes = Math.round(10 * fromCentre * DETOUR / METRES_PER_MINUTE) / 10.0;
        return new Census(residents, ages, origins, rounded, minutes);
    }

    private static int[] split(int total, Random random, double... shares) {
        int[] counts = new int[shares.length];
        int left = total;
        for (int i = 1; i < shares.length; i++) {
            counts[i] = Math.min(left, (int) Math.round(total * shares[i] * (0.9 + 0.2 * random.nextDouble())));
            left -= counts[i];
        }
        counts[0] = left;
        return counts;
    }
}
