package org.copse.server.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.scoring.Forecast;
import org.copse.statistics.scoring.Ranking;

/**
 * Scores a map by months that it has not seen: each month from the fourth is held out once, the map is made from the three months
 * before it, and stands beside two plain maps, the counts of the last month before and the density of residents.
 */
final class HeldOutMonths {
    /** Months that a map is made from. */
    static final int LEARNT = 3;

    private static final double[] SHARES = {0.01, 0.05};
    private static final int MOST_MONTHS = 24;
    private static final int MONTHS_WITHOUT_YEAR = 12;
    private static final double SHARE_OF_STRAYS = 0.001;
    static final String LAST_MONTH = "counts of the last month";
    static final String RESIDENTS = "density of residents";

    private final CellGrid grid;
    private final int[] cells;
    private final int[] months;
    private final Optional<double[]> exposure;
    private final double[] areas;

    /**
     * @param cells of each incident; -1 outside
     * @param months of each incident; -1 where not known
     */
    HeldOutMonths(CellGrid grid, int[] cells, int[] months, Optional<double[]> exposure) {
        this.grid = grid;
        this.cells = cells;
        this.months = months;
        this.exposure = exposure;
        this.areas = IntStream.range(0, grid.size())
                .mapToDouble(grid::areaSquareMetres)
                .toArray();
    }

    /**
     * Returns the months that incidents fall in, from the first to the last, those without any among them. A month with less than
     * a thousandth of the incidents is neither first nor last: dates that nobody knew are often written as 1900-01-01.
     */
    int[] months() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < months.length; i++) {
            if (cells[i] >= 0 && months[i] >= 0) {
                counts.merge(months[i], 1, Integer::sum);
            }
        }
        double fewest = SHARE_OF_STRAYS
                * counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.values().removeIf(count -> count < fewest);
        boolean years = counts.keySet().stream().anyMatch(month -> month >= MONTHS_WITHOUT_YEAR);
        counts.keySet().removeIf(month -> years && month < MONTHS_WITHOUT_YEAR);
        return counts.isEmpty()
                ? new int[0]
                : IntStream.rangeClosed(Collections.min(counts.keySet()), Collections.max(counts.keySet()))
                        .toArray();
    }

    /** Returns the cell of each incident of some months, -1 for the others. */
    int[] cellsOf(int from, int to) {
        return IntStream.range(0, cells.length)
                .map(i -> months[i] >= from && months[i] <= to ? cells[i] : -1)
                .toArray();
    }

    /**
     * Returns the mean scores, or empty where there are fewer than four months.
     *
     * @param name of the map
     * @param rank makes a map from the cells of the incidents learnt from
     */
    Optional<HotspotReport.Scores> scores(String name, Function<int[], double[]> rank) {
        int[] all = months();
        if (all.length <= LEARNT) {
            return Optional.empty();
        }
        int from = Math.max(LEARNT, all.length - MOST_MONTHS);
        Map<String, List<Forecast>> byMap = new LinkedHashMap<>();
        for (int t = from; t < all.length; t++) {
            double[] after = grid.count(cellsOf(all[t], all[t]));
            if (Arrays.stream(after).sum() == 0) {
                continue;
            }
            int[] learnt = cellsOf(all[t - LEARNT], all[t - 1]);
            Held held = new Held(grid.count(learnt), after, Ranking.densest(after, areas));
            score(byMap, name, rank.apply(learnt), held);
            int[] last = cellsOf(all[t - 1], all[t - 1]);
            score(byMap, LAST_MONTH, density(grid.count(last)), held);
            exposure.ifPresent(residents -> score(byMap, RESIDENTS, density(residents), held));
        }
        return byMap.isEmpty() ? Optional.empty() : Optional.of(summary(name, byMap));
    }

    /** A month held out: counts learnt from, counts in it, and the order that would have been best. */
    private record Held(double[] before, double[] after, Ranking best) {}

    private void score(Map<String, List<Forecast>> byMap, String map, double[] rank, Held held) {
        Ranking order = Ranking.of(rank, areas);
        for (double share : SHARES) {
            byMap.computeIfAbsent(map, m -> new ArrayList<>())
                    .add(Forecast.of(order, held.best, held.before, held.after, share));
        }
    }

    private double[] density(double[] counts) {
        return IntStream.range(0, counts.length)
                .mapToDouble(cell -> counts[cell] / areas[cell])
                .toArray();
    }

    private HotspotReport.Scores summary(String name, Map<String, List<Forecast>> byMap) {
        List<HotspotReport.Row> rows = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (double share : SHARES) {
            double own = 0;
            for (Map.Entry<String, List<Forecast>> map : byMap.entrySet()) {
                List<Forecast> forecasts =
                        map.getValue().stream().filter(f -> f.share() == share).toList();
                HotspotReport.Row row = new HotspotReport.Row(
                        map.getKey(),
                        share,
                        mean(forecasts, Forecast::pai),
                        mean(forecasts, Forecast::pei),
                        mean(forecasts, Forecast::rri),
                        forecasts.size());
                rows.add(row);
                if (map.getKey().equals(name)) {
                    own = row.pai();
                } else if (own <= row.pai()) {
                    lost.add(String.format(
                            Locale.ROOT,
                            "%s at %.0f %% of the area (PAI %.2f against %.2f)",
                            map.getKey(),
                            share * 100,
                            own,
                            row.pai()));
                }
            }
        }
        String verdict = lost.isEmpty()
                ? "The map foretold the months held out better than the plain maps."
                : "The map did not beat the plain maps: " + String.join("; ", lost) + ".";
        String how = "Each month from the fourth held out once; maps made from the " + LEARNT
                + " months before it; means over months. PAI: times as many incidents as the area's share."
                + " PEI: share of the best that any choice of as much area could do."
                + " RRI: share of incidents kept from the months learnt.";
        return new HotspotReport.Scores(how, rows, verdict, lost.isEmpty());
    }

    private static double mean(List<Forecast> forecasts, java.util.function.ToDoubleFunction<Forecast> score) {
        return forecasts.stream()
                .mapToDouble(score)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }
}
