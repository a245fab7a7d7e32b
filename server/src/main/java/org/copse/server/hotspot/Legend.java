package org.copse.server.hotspot;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.hotspot.Certainty;
import org.copse.statistics.hotspot.LocalMoran;
import org.copse.statistics.hotspot.Trend;

/** The classes of cells, spelled for files, and what they mean in words. */
final class Legend {
    private static final double[] DENSEST = {0.01, 0.05, 0.10};
    private static final String[] DENSEST_KEYS = {"densest-1", "densest-5", "densest-10"};
    private static final String REST = "rest";

    private Legend() {}

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Certainty certainty) {
        return key(certainty);
    }

    static String ofMoran(LocalMoran.Kind kind, Certainty certainty) {
        return switch (certainty) {
            case NOT_TESTED -> key(Certainty.NOT_TESTED);
            case NOT_SURE -> key(Certainty.NOT_SURE);
            case MORE_VERY_SURE, LESS_VERY_SURE -> key(kind) + "-very-sure";
            case MORE_SURE, LESS_SURE -> key(kind) + "-sure";
        };
    }

    /** Returns classes by area: a density says where there is most, and nothing of chance. */
    static List<String> ofDensity(CellGrid grid, double[] density) {
        Integer[] order = new Integer[density.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -density[i]));
        String[] classes = new String[density.length];
        double whole = grid.districtArea();
        double covered = 0;
        for (int cell : order) {
            covered += grid.areaSquareMetres(cell);
            String found = REST;
            for (int k = DENSEST.length - 1; k >= 0; k--) {
                found = covered <= DENSEST[k] * whole * (1 + 1e-9) && density[cell] > 0 ? DENSEST_KEYS[k] : found;
            }
            classes[cell] = found;
        }
        return List.of(classes);
    }

    /** Returns whether cells of a class hold more than chance, very surely, or are among the densest hundredth of the area. */
    static boolean isStrongest(String of) {
        return of.equals("more-very-sure")
                || of.equals(DENSEST_KEYS[0])
                || (of.startsWith("high") && of.endsWith("-very-sure"));
    }

    /** Returns whether cells of a class hold more than chance, surely, or are among the densest twentieth of the area. */
    static boolean isStrong(String of) {
        boolean high = of.startsWith("high") && of.endsWith("-sure") && !of.endsWith("-very-sure");
        return of.equals("more-sure") || of.equals(DENSEST_KEYS[1]) || high;
    }

    /** Returns whether a class says something: that a cell differs from chance, or is among the densest. */
    static boolean says(String of) {
        return !of.equals(key(Certainty.NOT_SURE)) && !of.equals(key(Certainty.NOT_TESTED)) && !of.equals(REST);
    }

    static Map<String, String> words(HotspotRequest.Method method) {
        Map<String, String> words = new LinkedHashMap<>();
        switch (method) {
            case GI -> {
                words.put("more-very-sure", "more than chance: very sure (q at most 0.01)");
                words.put("more-sure", "more than chance: sure (q at most 0.05)");
                words.put("not-sure", "not sure: chance explains it");
                words.put("less-sure", "less than chance: sure (q at most 0.05)");
                words.put("less-very-sure", "less than chance: very sure (q at most 0.01)");
                words.put("not-tested", "not tested: no residents, or nothing to compare with");
                words.put("trend emerging", "sure in the last month, and rising or new");
                words.put("trend persistent", "sure in the last month and in three quarters of all");
                words.put("trend diminishing", "sure before, and falling or gone");
                words.put("trend sporadic", "sure now and then");
                words.put("trend none", "never sure in a single month");
            }
            case MORAN -> {
                words.put("high-among-high-…", "much among much; very sure (q at most 0.01) or sure (q at most 0.05)");
                words.put("low-among-low-…", "little among little");
                words.put("high-among-low-…", "much among little");
                words.put("low-among-high-…", "little among much");
                words.put("not-sure", "not sure: chance explains it");
                words.put("not-tested", "not tested: no residents, or no neighbours");
            }
            case KDE -> {
                words.put("densest-1", "in the densest 1 % of the area");
                words.put("densest-5", "in the densest 5 % of the area");
                words.put("densest-10", "in the densest 10 % of the area");
                words.put(REST, "elsewhere; a density says nothing of chance");
            }
            case KNOX -> words.put("class", "none: near repeats are about pairs of incidents, not cells");
        }
        return Collections.unmodifiableMap(words);
    }

    static Map<String, Long> count(Trend[] trends) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Trend trend : Trend.values()) {
            counts.put(
                    "trend " + key(trend),
                    Arrays.stream(trends).filter(one -> one == trend).count());
        }
        return counts;
    }
}
