package org.copse.planning.plan;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * One-to-one matching of the labels of two plans that keeps as much weight as possible under the same label: the assignment problem, solved
 * by the Hungarian method with potentials (Kuhn 1955; O(n³), a fraction of a second at 1,000 labels).
 */
final class LabelMatching {

    private LabelMatching() {}

    /** Returns the new label of each own label; labels beyond the other plan's go to what is left over, in order. */
    static int[] match(
            int own, int other, int units, IntUnaryOperator ownLabel, IntUnaryOperator otherLabel, double[] weight) {
        int size = Math.max(own, other);
        double[][] kept = new double[size][size];
        for (int unit = 0; unit < units; unit++) {
            kept[ownLabel.applyAsInt(unit)][otherLabel.applyAsInt(unit)] += weight[unit] + 1e-3;
        }
        int[] matched = heaviest(kept);
        if (own < other) {
            return squeeze(Arrays.copyOf(matched, own), own);
        }
        return matched;
    }

    /** Returns for each own label the other's that keeps as much weight as possible, one to one; -1 for one that shares no unit with its partner. */
    static int[] partners(
            int own, int other, int units, IntUnaryOperator ownLabel, IntUnaryOperator otherLabel, double[] weight) {
        int size = Math.max(own, other);
        double[][] kept = new double[size][size];
        for (int unit = 0; unit < units; unit++) {
            kept[ownLabel.applyAsInt(unit)][otherLabel.applyAsInt(unit)] += weight[unit] + 1e-3;
        }
        int[] partner = Arrays.copyOf(heaviest(kept), own);
        for (int label = 0; label < own; label++) {
            if (kept[label][partner[label]] == 0) {
                partner[label] = -1;
            }
        }
        return partner;
    }

    /** Moves labels beyond {@code own} to unused ones below it: a plan's labels have no holes. */
    private static int[] squeeze(int[] matched, int own) {
        boolean[] used = new boolean[own];
        for (int label : matched) {
            if (label < own) {
                used[label] = true;
            }
        }
        int free = 0;
        for (int i = 0; i < own; i++) {
            if (matched[i] >= own) {
                while (used[free]) {
                    free++;
                }
                used[free] = true;
                matched[i] = free;
            }
        }
        return matched;
    }

    private static int[] heaviest(double[][] gain) {
        int n = gain.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOfColumn = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            augment(gain, row, rowPotential, columnPotential, rowOfColumn);
        }
        int[] columnOfRow = new int[n];
        for (int column = 1; column <= n; column++) {
            columnOfRow[rowOfColumn[column] - 1] = column - 1;
        }
        return columnOfRow;
    }

    private static void augment(
            double[][] gain, int row, double[] rowPotential, double[] columnPotential, int[] rowOfColumn) {
        int n = gain.length;
        double[] slack = new double[n + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        int[] previous = new int[n + 1];
        boolean[] seen = new boolean[n + 1];
        rowOfColumn[0] = row;
        int column = 0;
        do {
            seen[column] = true;
            int i = rowOfColumn[column];
            double least = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int j = 1; j <= n; j++) {
                if (!seen[j]) {
                    double reduced = -gain[i - 1][j - 1] - rowPotential[i] - columnPotential[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        previous[j] = column;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= n; j++) {
                if (seen[j]) {
                    rowPotential[rowOfColumn[j]] += least;
                    columnPotential[j] -= least;
                } else {
                    slack[j] -= least;
                }
            }
            column = next;
        } while (rowOfColumn[column] != 0);
        while (column != 0) {
            int before = previous[column];
            rowOfColumn[column] = rowOfColumn[before];
            column = before;
        }
    }
}
