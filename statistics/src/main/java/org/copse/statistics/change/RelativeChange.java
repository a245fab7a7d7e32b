package org.copse.statistics.change;

/**
 * The change of a count in one area over the change of a count in others in the same time: the relative effect size of place-based evaluations (Farrington and
 * others 2007, doi:10.1177/0022427806298354). 1 is the same change, 0.7 is 30 per cent fewer than the others' change would lead to expect. The interval is that
 * of a log-linear model of independent counts; incidents come in bunches, so the true one is wider.
 *
 * @param ratio more than 0
 * @param low lower end of the interval that holds the ratio with 95 per cent
 * @param high upper end
 */
public record RelativeChange(double ratio, double low, double high) {
    private static final double NORMAL_95 = 1.959963984540054;

    /**
     * Returns the change here over the change there.
     *
     * @param hereBefore at least 1, as all of them: of nothing there is no ratio
     */
    public static RelativeChange of(int hereBefore, int hereAfter, int thereBefore, int thereAfter) {
        if (Math.min(Math.min(hereBefore, hereAfter), Math.min(thereBefore, thereAfter)) < 1) {
            throw new IllegalArgumentException("counts must be at least 1, not " + hereBefore + ", " + hereAfter + ", "
                    + thereBefore + ", " + thereAfter);
        }
        double log = Math.log(hereAfter) - Math.log(hereBefore) - Math.log(thereAfter) + Math.log(thereBefore);
        double error = Math.sqrt(1.0 / hereBefore + 1.0 / hereAfter + 1.0 / thereBefore + 1.0 / thereAfter);
        return new RelativeChange(Math.exp(log), Math.exp(log - NORMAL_95 * error), Math.exp(log + NORMAL_95 * error));
    }
}
