package org.copse.planning.problem;

/**
 * Two units that are neighbours on foot.
 *
 * @param a one unit's number, from 0
 * @param b the other unit's number, from 0; never equal to {@code a}
 * @param sharedMetres length of the boundary that the two share, or along which they face each other; 0 when unknown
 * @param gapMetres width of the gap (street, canal) between them; 0 when they touch
 * @param barrierMinutes walking detour that a barrier between them costs; 0 when there is none. A barrier that cuts has no edge at all
 * @param weak whether the two meet at a corner only, or by a named link rather than along a boundary
 */
public record Edge(int a, int b, double sharedMetres, double gapMetres, double barrierMinutes, boolean weak) {

    /** Checks the numbers: distinct units, finite and non-negative measures. */
    public Edge {
        if (a < 0 || b < 0) {
            throw new IllegalArgumentException("an edge needs two units numbered from 0, not " + a + " and " + b);
        }
        if (a == b) {
            throw new IllegalArgumentException("unit " + a + " cannot be its own neighbour");
        }
        requireMeasure("sharedMetres", sharedMetres, a, b);
        requireMeasure("gapMetres", gapMetres, a, b);
        requireMeasure("barrierMinutes", barrierMinutes, a, b);
    }

    /** Returns an edge of an abstract graph: neighbours without a measured boundary. */
    public static Edge between(int a, int b) {
        return new Edge(a, b, 0, 0, 0, false);
    }

    /** Returns an edge between two units that touch along {@code sharedMetres} of boundary. */
    public static Edge touching(int a, int b, double sharedMetres) {
        return new Edge(a, b, sharedMetres, 0, 0, false);
    }

    private static void requireMeasure(String name, double value, int a, int b) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "edge " + a + "-" + b + ": " + name + " is " + value + ", not 0 or more");
        }
    }
}
