package org.copse.planning.objective;

import java.util.Arrays;
import org.copse.planning.problem.Inertia;

/**
 * Moment of inertia about the best unit of each beat (Hess et al. 1965, doi:10.1287/opre.13.6.998), over a scale. A move is scored with
 * the beats' present centres, which makes it an upper bound; {@link #enter} finds the best centres again.
 *
 * <p>Unit: the same as about means. Range: 0 and more. Source: Hess and others 1965, doi:10.1287/opre.13.6.998.
 */
final class InertiaAboutUnit implements Term {

    /** All pairs of distances are kept: 4,000 units are 64 MB. */
    private static final int MOST_UNITS = 4_000;

    private final double scale;
    private final float[][] squared;
    private final int[] centre;

    InertiaAboutUnit(SearchGraph graph, Inertia inertia, int beats, double scale) {
        this.scale = scale;
        this.squared = new float[graph.units][graph.units];
        for (int u = 0; u < graph.units; u++) {
            for (int v = 0; v < graph.units; v++) {
                squared[u][v] = (float) inertia.squared(graph.x[u] - graph.x[v], graph.y[u] - graph.y[v]);
            }
        }
        this.centre = new int[beats];
    }

    static boolean fits(SearchGraph graph) {
        return graph.units <= MOST_UNITS;
    }

    @Override
    public void enter(Assignment at) {
        centres(at, centre);
    }

    @Override
    public double score(Assignment at) {
        return centres(at, new int[centre.length]) / scale;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        return at.graph.hours[unit] * (squared[centre[to]][unit] - squared[centre[at.beat[unit]]][unit]) / scale;
    }

    private double centres(Assignment at, int[] into) {
        int[][] members = members(at);
        double sum = 0;
        for (int beat = 0; beat < members.length; beat++) {
            double best = members[beat].length == 0 ? 0 : Double.POSITIVE_INFINITY;
            for (int candidate : members[beat]) {
                float[] row = squared[candidate];
                double about = 0;
                for (int u : members[beat]) {
                    about += at.graph.hours[u] * row[u];
                    if (about >= best) {
                        break;
                    }
                }
                if (about < best) {
                    best = about;
                    into[beat] = candidate;
                }
            }
            sum += best;
        }
        return sum;
    }

    private static int[][] members(Assignment at) {
        int[][] members = new int[at.beats()][];
        for (int beat = 0; beat < members.length; beat++) {
            members[beat] = new int[at.beatUnits[beat]];
        }
        int[] next = new int[members.length];
        for (int u = 0; u < at.graph.units; u++) {
            members[at.beat[u]][next[at.beat[u]]++] = u;
        }
        Arrays.stream(members).forEach(Arrays::sort);
        return members;
    }
}
