package org.copse.samplemaps.land;

import org.locationtech.jts.geom.Coordinate;

/**
 * How thickly the land is settled: densest at the old town, thinning outwards, with villages swallowed at the rim and
 * flats along the sea front.
 */
public final class Settlement {

    private record Centre(double u, double v, double reachMetres, double perSquareKilometre) {}

    private static final Centre[] CENTRES = {
        new Centre(0, 0, 1150, 13500),
        new Centre(-300, 500, 2500, 5200),
        new Centre(-4250, 1900, 620, 3600),
        new Centre(-2300, 4350, 560, 3300),
        new Centre(3050, 4300, 600, 3500),
        new Centre(4550, 350, 650, 4200),
        new Centre(-4300, -1600, 560, 2600),
        new Centre(2500, 1500, 750, 5600),
        new Centre(-2250, 1100, 520, 5200),
        new Centre(3150, -1900, 700, 3800),
    };

    private Settlement() {}

    /** Returns the residents per square kilometre that the place would have if nothing but houses stood there. */
    public static double residentsPerSquareKilometre(Coordinate place) {
        double u = Shapes.alongCoast(place);
        double v = Shapes.inland(place);
        double density = 140;
        for (Centre centre : CENTRES) {
            double away = StrictMath.hypot(u - centre.u, v - centre.v) / centre.reachMetres;
            density += centre.perSquareKilometre * StrictMath.exp(-0.5 * away * away);
        }
        double seaFront = (v - (Terrain.COAST + 380)) / 300;
        double front = (u + 2300) / 1100;
        return density + 6800 * StrictMath.exp(-0.5 * (seaFront * seaFront + front * front));
    }

    /** Returns how large a block between streets tends to be here, in square metres. */
    static double blockSquareMetres(Coordinate place) {
        double density = residentsPerSquareKilometre(place);
        return Math.min(300_000, 9_000 + 1.05e8 / density);
    }
}
