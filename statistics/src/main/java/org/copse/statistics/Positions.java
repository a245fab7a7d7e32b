package org.copse.statistics;

import java.util.Arrays;

/** Positions in metres, in the order they were added: a list of numbers and nothing else about an incident. */
public final class Positions {
    private double[] eastNorth;
    private int size;

    private Positions(double[] eastNorth, int size) {
        this.eastNorth = eastNorth;
        this.size = size;
    }

    /** Returns an empty list. */
    public static Positions empty() {
        return new Positions(new double[64], 0);
    }

    /**
     * Returns a list of the given positions.
     *
     * @param eastNorthMetres east, north, east, north, …; finite
     */
    public static Positions of(double... eastNorthMetres) {
        Positions positions = empty();
        if (eastNorthMetres.length % 2 != 0) {
            throw new IllegalArgumentException(eastNorthMetres.length + " numbers are no pairs of east and north");
        }
        for (int i = 0; i < eastNorthMetres.length; i += 2) {
            positions.add(eastNorthMetres[i], eastNorthMetres[i + 1]);
        }
        return positions;
    }

    /** Adds one position, in metres, both finite. */
    public void add(double east, double north) {
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException("position " + east + ", " + north + " is not finite");
        }
        if (2 * size == eastNorth.length) {
            eastNorth = Arrays.copyOf(eastNorth, 2 * eastNorth.length);
        }
        eastNorth[2 * size] = east;
        eastNorth[2 * size + 1] = north;
        size++;
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns metres to the east. */
    public double east(int index) {
        return eastNorth[2 * index];
    }

    /** Returns metres to the north. */
    public double north(int index) {
        return eastNorth[2 * index + 1];
    }
}
