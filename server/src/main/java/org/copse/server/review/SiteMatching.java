package org.copse.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.planning.measure.SparseMatching;

/**
 * Control sites for pilot sites: as many of each pilot as asked, none twice, so that the sum of the distances is as small as it can be. The distance of two
 * sites is standardised: the root of the mean square of their differences, each measure in its standard deviations over all sites, so that no unit of
 * measurement weighs more than another.
 */
final class SiteMatching {
    private final double[][] standardised;
    private final double[] spread;

    /** @param values of each site, one for each measure; two sites at least */
    SiteMatching(double[][] values) {
        int measures = values[0].length;
        this.spread = new double[measures];
        this.standardised = new double[values.length][measures];
        for (int m = 0; m < measures; m++) {
            double mean = mean(values, m);
            double squares = 0;
            for (double[] site : values) {
                squares += (site[m] - mean) * (site[m] - mean);
            }
            spread[m] = Math.sqrt(squares / (values.length - 1));
            for (int s = 0; s < values.length; s++) {
                standardised[s][m] = spread[m] > 0 ? (values[s][m] - mean) / spread[m] : 0;
            }
        }
    }

    private static double mean(double[][] values, int measure) {
        double sum = 0;
        for (double[] site : values) {
            sum += site[measure];
        }
        return sum / values.length;
    }

    /** A pilot's control. @param distance in standard deviations */
    record Pair(int pilot, int control, double distance) {}

    /** Returns the standard deviation of a measure over all sites; 0 where it is the same everywhere, and tells nothing. */
    double spread(int measure) {
        return spread[measure];
    }

    /** Returns how unlike two sites are, in standard deviations. */
    double distance(int a, int b) {
        double squares = 0;
        for (int m = 0; m < spread.length; m++) {
            double apart = standardised[a][m] - standardised[b][m];
            squares += apart * apart;
        }
        return Math.sqrt(squares / spread.length);
    }

    /**
     * Returns the pairs, in the order of the pilots. Where there are too few candidates, some pilots have fewer controls.
     *
     * @param candidates sites that may be controls; none is a pilot
     * @param each controls of a pilot
     */
    List<Pair> match(List<Integer> pilots, List<Integer> candidates, int each) {
        double most = 1;
        for (int pilot : pilots) {
            for (int candidate : candidates) {
                most = Math.max(most, distance(pilot, candidate));
            }
        }
        double whatever = 2
                * most
                * pilots.size()
                * each; // more than any sum of distances: as many pairs as there can be come first
        List<Map<Integer, Double>> gains = new ArrayList<>();
        for (int round = 0; round < each; round++) {
            for (int pilot : pilots) {
                Map<Integer, Double> own = new LinkedHashMap<>();
                for (int c = 0; c < candidates.size(); c++) {
                    own.put(c, whatever - distance(pilot, candidates.get(c)));
                }
                gains.add(own);
            }
        }
        int[] columns = SparseMatching.of(gains, candidates.size());
        List<Pair> pairs = new ArrayList<>();
        for (int p = 0; p < pilots.size(); p++) {
            for (int row = p; row < columns.length; row += pilots.size()) {
                if (columns[row] != SparseMatching.NONE) {
                    int control = candidates.get(columns[row]);
                    pairs.add(new Pair(pilots.get(p), control, distance(pilots.get(p), control)));
                }
            }
        }
        return pairs;
    }
}
