package org.copse.statistics.hotspot;

/**
 * A statistic of each cell with how surprising it is.
 *
 * @param statistic the statistic itself: Gi* (which is its own z) or Ii
 * @param z standard deviations from what chance would give; NaN where not tested
 * @param p two-sided; NaN where not tested
 * @param q of p, by Benjamini and Hochberg; NaN where not tested
 * @param tested cells tested
 */
public record LocalTest(double[] statistic, double[] z, double[] p, double[] q, int tested) {

    static LocalTest of(double[] statistic, double[] z, double[] p) {
        int tested = 0;
        for (double one : p) {
            tested += Double.isNaN(one) ? 0 : 1;
        }
        return new LocalTest(statistic, z, p, FalseDiscovery.benjaminiHochberg(p), tested);
    }

    static double[] normal(double[] z) {
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            p[i] = Double.isNaN(z[i]) ? Double.NaN : Normal.twoSided(z[i]);
        }
        return p;
    }

    /** Returns how sure a cell's difference from chance is. */
    public Certainty certainty(int cell) {
        return Certainty.of(z[cell], q[cell]);
    }
}
