package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;

/** The residents of each unit: from its own layer or from a table, and estimated where neither has a figure. */
final class Residents {
    private final UnitMap map;
    private final double[] counts;
    private final boolean[] estimated;
    private final List<String> estimates = new ArrayList<>();
    private final List<String> rowsWithoutUnit = new ArrayList<>();
    private String source = "";
    private final NearestRing rings;
    private double allPeople;
    private double allArea;
    private int looseMatches;
    private double residentsWithoutUnit;

    private Residents(UnitMap map) {
        this.map = map;
        this.counts = new double[map.size()];
        this.estimated = new boolean[map.size()];
        this.rings = new NearestRing(map.adjacency().graph());
        Arrays.fill(counts, Double.NaN);
    }

    /**
     * Joins and estimates.
     *
     * @throws ImportRefused when no unit has a figure, or a table has two for one unit
     */
    static Residents of(UnitMap map, DistrictInputs inputs) {
        Residents residents = new Residents(map);
        inputs.find(LayerKind.POPULATION).ifPresentOrElse(residents::join, residents::takeOwn);
        residents.estimateMissing();
        return residents;
    }

    private void takeOwn() {
        String column = map.layer()
                .column(
                        Role.POPULATION,
                        "Name the column with --population, or give a table with --population-table and --join.");
        source = map.layer().name() + ", column " + column;
        for (int u = 0; u < counts.length; u++) {
            counts[u] = known(map.layer().features().get(u).number(column));
        }
    }

    private void join(DistrictLayer table) {
        String keyColumn = table.findColumn(Role.KEY)
                .or(() -> table.findColumn(Role.ID))
                .orElseGet(() -> table.column(Role.KEY, "Name the column with --join."));
        String column = table.column(Role.POPULATION, "Name the column with --population.");
        source = table.name() + ", column " + column;
        KeyMatch match = new KeyMatch(ids());
        Map<Integer, Long> rowOfUnit = new HashMap<>();
        for (Feature row : table.features()) {
            String key = row.text(keyColumn).orElse("");
            int unit = match.find(key);
            if (unit < 0) {
                rowsWithoutUnit.add(key);
                double unplaced = known(row.number(column));
                residentsWithoutUnit += Double.isNaN(unplaced) ? 0 : unplaced;
                continue;
            }
            Long before = rowOfUnit.put(unit, row.row());
            if (before != null) {
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        table.name() + " rows " + before + " and " + row.row(),
                        "two rows for the unit " + key,
                        "Choose one row per unit, for example with --table-filter Year=2015.");
            }
            counts[unit] = known(row.number(column));
        }
        looseMatches = match.looseMatches();
    }

    /** Returns what would make rows that found no unit meet units without a figure. */
    Optional<FailedJoin.Remedy> findRemedy() {
        List<String> without = IntStream.range(0, counts.length)
                .filter(this::isEstimated)
                .mapToObj(u -> map.layer().features().get(u).id())
                .toList();
        return FailedJoin.find(without, rowsWithoutUnit);
    }

    private List<String> ids() {
        return map.layer().features().stream().map(Feature::id).toList();
    }

    /** A negative number of residents is a code for "not known" in many censuses. */
    private static double known(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() >= 0 ? value.getAsDouble() : Double.NaN;
    }

    private void estimateMissing() {
        boolean[] missing = new boolean[counts.length];
        int missingCount = 0;
        for (int u = 0; u < counts.length; u++) {
            missing[u] = Double.isNaN(counts[u]);
            missingCount += missing[u] ? 1 : 0;
        }
        if (missingCount == counts.length) {
            throw new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    source,
                    "none of the " + counts.length + " units has a number of residents",
                    rowsWithoutUnit.isEmpty()
                            ? "Check that the column holds numbers and that its keys are the ids of the units (--id, --join)."
                            : FailedJoin.explain(ids(), rowsWithoutUnit));
        }
        double[] known = counts.clone();
        for (int u = 0; u < counts.length; u++) {
            allPeople += missing[u] ? 0 : known[u];
            allArea += missing[u] ? 0 : map.metric(u).getArea();
        }
        for (int u = 0; u < counts.length; u++) {
            if (missing[u]) {
                estimate(u, known, missing);
            }
        }
    }

    private void estimate(int unit, double[] known, boolean[] missing) {
        int[] donors = rings.around(unit, u -> !missing[u]);
        double people = allPeople;
        double area = allArea;
        if (donors.length > 0) {
            people = 0;
            area = 0;
            for (int donor : donors) {
                people += known[donor];
                area += map.metric(donor).getArea();
            }
        }
        counts[unit] = area == 0 ? 0 : people / area * map.metric(unit).getArea();
        estimated[unit] = true;
        String from = donors.length > 0
                ? donors.length + " units in ring " + rings.distance()
                : "all units that have a figure, because none is near";
        estimates.add(map.layer().features().get(unit).id() + ": " + Math.round(counts[unit]) + ", from " + from);
    }

    double count(int unit) {
        return counts[unit];
    }

    boolean isEstimated(int unit) {
        return estimated[unit];
    }

    DistrictReport.Population report() {
        double known = 0;
        double guessed = 0;
        for (int u = 0; u < counts.length; u++) {
            known += estimated[u] ? 0 : counts[u];
            guessed += estimated[u] ? counts[u] : 0;
        }
        return new DistrictReport.Population(
                source,
                known,
                guessed,
                Listed.of(estimates),
                Listed.of(rowsWithoutUnit),
                residentsWithoutUnit,
                looseMatches);
    }
}
