package org.copse.server.disclosure;

import java.util.Arrays;

/**
 * What somebody can find out who knows a system of equations over numbers that are not negative: the least and the largest value of each, by
 * the simplex method with Bland's rule. It shares nothing with the code that withholds.
 */
final class LinearBounds {
    private static final double EPSILON = 1e-7;

    private final int variables;
    private final double[][] rows;
    private final int[] basis;

    /** @param equations coefficients of each equation, and what they add up to behind them */
    LinearBounds(double[][] equations, int variables) {
        this.variables = variables;
        int count = equations.length;
        rows = new double[count][variables + count + 1];
        basis = new int[count];
        for (int row = 0; row < count; row++) {
            double sign = equations[row][variables] < 0 ? -1 : 1;
            for (int column = 0; column < variables; column++) {
                rows[row][column] = sign * equations[row][column];
            }
            rows[row][variables + row] = 1;
            rows[row][variables + count] = sign * equations[row][variables];
            basis[row] = variables + row;
        }
        double[] artificial = new double[variables + count];
        Arrays.fill(artificial, variables, variables + count, -1);
        if (most(artificial, variables + count) < -EPSILON) {
            throw new IllegalStateException("what is public contradicts itself");
        }
        // What is left of the artificial numbers in the basis is 0: another number takes its place, or the equation
        // says nothing.
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < variables && basis[row] >= variables; column++) {
                if (Math.abs(rows[row][column]) > EPSILON) {
                    pivot(row, column);
                }
            }
        }
    }

    double most(int variable) {
        double[] wanted = new double[variables];
        wanted[variable] = 1;
        return most(wanted, variables);
    }

    double least(int variable) {
        double[] wanted = new double[variables];
        wanted[variable] = -1;
        return -most(wanted, variables);
    }

    private double most(double[] wanted, int columns) {
        while (true) {
            int entering = entering(wanted, columns);
            if (entering < 0) {
                double sum = 0;
                for (int row = 0; row < rows.length; row++) {
                    sum += basis[row] < columns ? wanted[basis[row]] * value(row) : 0;
                }
                return sum;
            }
            int leaving = -1;
            for (int row = 0; row < rows.length; row++) {
                if (rows[row][entering] > EPSILON && (leaving < 0 || isBefore(row, leaving, entering))) {
                    leaving = row;
                }
            }
            if (leaving < 0) {
                return Double.POSITIVE_INFINITY;
            }
            pivot(leaving, entering);
        }
    }

    private boolean isBefore(int row, int other, int entering) {
        double difference = value(row) / rows[row][entering] - value(other) / rows[other][entering];
        return difference < -EPSILON || (difference < EPSILON && basis[row] < basis[other]);
    }

    private int entering(double[] wanted, int columns) {
        for (int column = 0; column < columns; column++) {
            double gain = wanted[column];
            for (int row = 0; row < rows.length; row++) {
                gain -= basis[row] < columns ? wanted[basis[row]] * rows[row][column] : 0;
            }
            if (gain > EPSILON) {
                return column;
            }
        }
        return -1;
    }

    private double value(int row) {
        return rows[row][rows[row].length - 1];
    }

    private void pivot(int row, int column) {
        double by = rows[row][column];
        for (int i = 0; i < rows[row].length; i++) {
            rows[row][i] /= by;
        }
        for (int other = 0; other < rows.length; other++) {
            double times = rows[other][column];
            if (other != row && times != 0) {
                for (int i = 0; i < rows[other].length; i++) {
                    rows[other][i] -= times * rows[row][i];
                }
            }
        }
        basis[row] = column;
    }
}
