package org.copse.statistics.grid;

import java.util.Arrays;
import org.copse.statistics.Positions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Whether incidents lie on few positions, because a publisher moved each to the nearest of a list of snap points, or because an
 * address stands for a street. Such positions are true to some tens or hundreds of metres, and cells below that are noise.
 *
 * @param incidents looked at
 * @param positions different ones
 * @param shareRepeated share of the incidents on positions that have at least {@link #MANY}
 * @param spacingMetres median distance from a position to the next; NaN with fewer than two
 * @param recognised whether the incidents are taken to be snapped
 */
public record SnapPoints(int incidents, int positions, double shareRepeated, double spacingMetres, boolean recognised) {

    /** A position with so many incidents is no coincidence. */
    public static final int MANY = 5;

    private static final int ENOUGH = 100;
    private static final double MOST = 0.5;
    private static final int SAMPLE = 20_000;

    /**
     * Returns what the positions look like: recognised when at least 100 incidents are there and at least half of them lie
     * on positions with at least five.
     *
     * @param cells where each position lies; -1 is left out
     */
    public static SnapPoints of(Positions positions, int[] cells) {
        double[][] sorted =
                new double[(int) Arrays.stream(cells).filter(c -> c >= 0).count()][];
        int n = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                sorted[n++] = new double[] {positions.east(i), positions.north(i)};
            }
        }
        Arrays.parallelSort(sorted, (a, b) -> {
            int byEast = Double.compare(a[0], b[0]);
            return byEast != 0 ? byEast : Double.compare(a[1], b[1]);
        });
        double[][] distinct = new double[n][];
        int count = 0;
        long repeated = 0;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && Arrays.equals(sorted[from], sorted[to])) {
                to++;
            }
            distinct[count++] = sorted[from];
            repeated += to - from >= MANY ? to - from : 0;
        }
        double share = n == 0 ? 0 : (double) repeated / n;
        return new SnapPoints(n, count, share, spacing(Arrays.copyOf(distinct, count)), n >= ENOUGH && share >= MOST);
    }

    /** The median over a sample of positions, evenly through the list. */
    private static double spacing(double[][] distinct) {
        if (distinct.length < 2) {
            return Double.NaN;
        }
        STRtree tree = new STRtree();
        for (double[] at : distinct) {
            tree.insert(new Envelope(new Coordinate(at[0], at[1])), at);
        }
        int step = Math.max(1, distinct.length / SAMPLE);
        double[] nearest = new double[(distinct.length + step - 1) / step];
        for (int i = 0, k = 0; i < distinct.length; i += step, k++) {
            double[] at = distinct[i];
            Object[] two = tree.nearestNeighbour(
                    new Envelope(new Coordinate(at[0], at[1])),
                    at,
                    (a, b) -> distance((double[]) a.getItem(), (double[]) b.getItem()),
                    2);
            nearest[k] = Math.max(distance((double[]) two[0], at), distance((double[]) two[1], at));
        }
        Arrays.sort(nearest);
        return nearest[nearest.length / 2];
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
