package org.copse.planning.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * One-to-one matching of rows with columns of the greatest gain in all, where few pairs have a gain: the assignment problem by shortest augmenting
 * paths over these pairs alone (Jonker and Volgenant 1987, doi:10.1007/BF02278710). A row may stay without a column, for no gain. The same gains
 * are always matched in the same way.
 */
public final class SparseMatching {

    /** No column. */
    public static final int NONE = -1;

    private final List<? extends Map<Integer, Double>> gains;
    private final int columns;
    private final double[] ofRow;
    /** Potentials of the columns, and after them of each row's own column of no gain. */
    private final double[] ofColumn;

    private final int[] rowOf;
    private final int[] columnOf;
    private final double[] distance;
    private final int[] cameFrom;
    private final boolean[] reached;
    private final PriorityQueue<Reach> open =
            new PriorityQueue<>(Comparator.comparingDouble(Reach::distance).thenComparingInt(Reach::column));

    private record Reach(double distance, int column) {}

    private SparseMatching(List<? extends Map<Integer, Double>> gains, int columns) {
        int all = columns + gains.size();
        this.gains = gains;
        this.columns = columns;
        this.ofRow = new double[gains.size()];
        this.ofColumn = new double[all];
        this.rowOf = new int[all];
        this.columnOf = new int[gains.size()];
        this.distance = new double[all];
        this.cameFrom = new int[all];
        this.reached = new boolean[all];
        Arrays.fill(rowOf, NONE);
        Arrays.fill(columnOf, NONE);
    }

    /**
     * Returns the column of each row, {@link #NONE} for one without.
     *
     * @param gains for each row its gain with some columns, more than 0, in an order that is always the same
     * @param columns how many columns there are
     */
    public static int[] of(List<? extends Map<Integer, Double>> gains, int columns) {
        SparseMatching matching = new SparseMatching(gains, columns);
        for (int row = 0; row < gains.size(); row++) {
            matching.augment(row);
        }
        return Arrays.stream(matching.columnOf)
                .map(column -> column < columns ? column : NONE)
                .toArray();
    }

    private void augment(int from) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(reached, false);
        open.clear();
        look(from, 0);
        int end = next();
        while (rowOf[end] != NONE) {
            look(rowOf[end], distance[end]);
            end = next();
        }
        double least = distance[end];
        ofRow[from] += least;
        for (int column = 0; column < rowOf.length; column++) {
            if (reached[column] && column != end) {
                ofRow[rowOf[column]] += least - distance[column];
                ofColumn[column] -= least - distance[column];
            }
        }
        int row = NONE;
        for (int column = end; row != from; ) {
            row = cameFrom[column];
            int left = columnOf[row];
            rowOf[column] = row;
            columnOf[row] = column;
            column = left;
        }
    }

    private void look(int row, double so) {
        gains.get(row).forEach((column, gain) -> offer(row, column, so - gain));
        offer(row, columns + row, so);
    }

    private void offer(int row, int column, double cost) {
        double reduced = cost - ofRow[row] - ofColumn[column];
        if (!reached[column] && reduced < distance[column]) {
            distance[column] = reduced;
            cameFrom[column] = row;
            open.add(new Reach(reduced, column));
        }
    }

    /** Returns the nearest column that was not reached yet; each row's own is always there to be. */
    private int next() {
        int column = open.remove().column;
        while (reached[column]) {
            column = open.remove().column;
        }
        reached[column] = true;
        return column;
    }
}
