package org.copse.statistics.scoring;

import java.util.Arrays;

/**
 * How well a map that was made before foretold where incidents were recorded afterwards: the cells that it puts first, up to a
 * share of the district's area, against what happened in them.
 *
 * <p>Cells that a map puts level are taken in part, all by the same part: the mean over every order among them. So a map that
 * says the same everywhere scores exactly 1.
 *
 * @param share of the district's area that is looked at, over 0 to 1
 * @param hits recorded afterwards in that area
 * @param afterwards recorded afterwards in all
 * @param pai prediction accuracy index: share of incidents over share of area (Chainey, Tompson and Uhlig 2008,
 *     doi:10.1057/palgrave.sj.8350066); NaN when nothing was recorded afterwards
 * @param pei prediction efficiency index: PAI over the most that any choice of as much area could have had (Hunt 2016)
 * @param rri recapture rate index: share of later incidents in the area over that of earlier ones (Levine 2008,
 *     doi:10.1057/sj.2008.5); below 1 the map fades
 */
public record Forecast(double share, double hits, double afterwards, double pai, double pei, double rri) {

    /**
     * Returns the scores of a map.
     *
     * @param rank of each cell, the highest first; NaN comes last
     * @param areas of each cell's part in the district, over 0
     * @param before incidents of each cell that the map was made from
     * @param after incidents of each cell in the held-out period
     * @param share of the area to look at, over 0 to 1
     */
    public static Forecast of(double[] rank, double[] areas, double[] before, double[] after, double share) {
        return of(Ranking.of(rank, areas), Ranking.densest(after, areas), before, after, share);
    }

    /**
     * Returns the scores of a map whose order is known, as that of several shares or maps may be.
     *
     * @param map the order in which it puts cells
     * @param best the order of what was recorded afterwards ({@link Ranking#densest})
     * @param before incidents of each cell that the map was made from
     * @param after incidents of each cell in the held-out period
     * @param share of the area to look at, over 0 to 1
     */
    public static Forecast of(Ranking map, Ranking best, double[] before, double[] after, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of the area " + share + " is outside 0..1");
        }
        if (best.size() != map.size() || before.length != map.size() || after.length != map.size()) {
            throw new IllegalArgumentException("ranks, areas and counts differ in number");
        }
        double[] chosen = map.chosen(share);
        double total = Arrays.stream(after).sum();
        double hits = sum(chosen, after);
        double earlier = Arrays.stream(before).sum();
        double most = sum(best.chosen(share), after);
        double pai = hits / total / share;
        return new Forecast(
                share,
                hits,
                total,
                total > 0 ? pai : Double.NaN,
                most > 0 ? hits / most : Double.NaN,
                hits / total / (sum(chosen, before) / earlier));
    }

    private static double sum(double[] parts, double[] counts) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i] * counts[i];
        }
        return sum;
    }
}
