package org.copse.statistics.grid;

/**
 * How large cells are, and why.
 *
 * @param metres from centre to centre
 * @param reason where it comes from
 */
public record CellSize(double metres, Reason reason) {

    /** Where a size comes from. */
    public enum Reason {
        /** Somebody chose it. */
        GIVEN,
        /** A cell as large as holds two incidents on average (Griffith and Amrhein 1991's quadrat rule), rounded up. */
        TWO_INCIDENTS_A_CELL,
        /** Incidents lie on snap points: twice the distance from one to the next, rounded up. */
        SNAP_POINTS,
        /** Smaller cells would be more than 250,000. */
        MANY_CELLS,
        /** Smaller cells than 100 m show addresses, which nobody may learn from a map. */
        SMALLEST,
        /** Larger cells than a twentieth of the district's side show nothing: there are few incidents. */
        FEW_INCIDENTS
    }

    private static final double[] ROUND = {
        100, 150, 200, 250, 300, 400, 500, 750, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 7_500, 10_000
    };
    private static final double MOST_CELLS = 250_000;
    private static final double SIDES = 20;

    /** Returns a size that somebody chose. */
    public static CellSize given(double metres) {
        return new CellSize(metres, Reason.GIVEN);
    }

    /**
     * Returns a size from the data.
     *
     * @param districtSquareMetres area of the district, over 0
     * @param snaps what is known of the incidents
     */
    public static CellSize fromData(double districtSquareMetres, SnapPoints snaps) {
        double side = Math.sqrt(districtSquareMetres);
        double quadrat = Math.sqrt(2 * districtSquareMetres / Math.max(1, snaps.incidents()));
        double snap = snaps.recognised() ? 2 * snaps.spacingMetres() : 0;
        double cells = side / Math.sqrt(MOST_CELLS);
        CellSize size = new CellSize(ROUND[0], Reason.SMALLEST);
        size = size.orLarger(quadrat, Reason.TWO_INCIDENTS_A_CELL);
        if (size.metres > Math.max(ROUND[0], side / SIDES)) {
            size = new CellSize(roundedUp(side / SIDES), Reason.FEW_INCIDENTS);
        }
        size = size.orLarger(snap, Reason.SNAP_POINTS);
        return size.orLarger(cells, Reason.MANY_CELLS);
    }

    private CellSize orLarger(double metres, Reason why) {
        return metres > this.metres ? new CellSize(roundedUp(metres), why) : this;
    }

    private static double roundedUp(double metres) {
        for (double round : ROUND) {
            if (round >= metres) {
                return round;
            }
        }
        return Math.ceil(metres / 1_000) * 1_000;
    }
}
