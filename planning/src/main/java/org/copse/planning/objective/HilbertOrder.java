package org.copse.planning.objective;

import java.util.List;
import java.util.stream.IntStream;
import org.copse.planning.problem.PlanningUnit;

/** The order of units along a Hilbert curve over their extent (Hilbert 1891): near on the map, near in the order. */
final class HilbertOrder {

    private static final int BITS = 15;

    private HilbertOrder() {}

    static int[] of(List<PlanningUnit> units) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double side = 0;
        for (PlanningUnit unit : units) {
            west = Math.min(west, unit.xMetres());
            south = Math.min(south, unit.yMetres());
        }
        for (PlanningUnit unit : units) {
            side = Math.max(side, Math.max(unit.xMetres() - west, unit.yMetres() - south));
        }
        double scale = side > 0 ? ((1 << BITS) - 1) / side : 0;
        long[] keyed = new long[units.size()];
        for (int u = 0; u < keyed.length; u++) {
            int column = (int) ((units.get(u).xMetres() - west) * scale);
            int row = (int) ((units.get(u).yMetres() - south) * scale);
            keyed[u] = distance(column, row) << 32 | u;
        }
        java.util.Arrays.sort(keyed);
        return IntStream.range(0, keyed.length).map(i -> (int) keyed[i]).toArray();
    }

    private static long distance(int column, int row) {
        int x = column;
        int y = row;
        long distance = 0;
        for (int step = 1 << (BITS - 1); step > 0; step >>= 1) {
            int right = (x & step) > 0 ? 1 : 0;
            int upper = (y & step) > 0 ? 1 : 0;
            distance += (long) step * step * ((3 * right) ^ upper);
            if (upper == 0) {
                if (right == 1) {
                    x = step - 1 - (x & (step - 1));
                    y = step - 1 - (y & (step - 1));
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return distance;
    }
}
