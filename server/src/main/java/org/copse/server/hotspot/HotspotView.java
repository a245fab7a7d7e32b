package org.copse.server.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.copse.geoimport.district.District;
import org.copse.server.layer.Layer;
import org.copse.statistics.grid.SnapPoints;
import org.copse.statistics.hotspot.Rates;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a map of hotspots over HTTP, as codes and numbers, so that pages say it in any language.
 *
 * @param method gi, moran or kde
 * @param shape of a cell
 * @param cell size and why
 * @param bandwidthMetres of a density; null for other methods
 * @param n incidents that the map rests on; rounded to tens where withheld
 * @param read incidents of the layer
 * @param leftOut those that do not count, by reason
 * @param period the days that they cover
 * @param classes how many cells there are of each class
 * @param trends how many of each trend; empty where there are too few months
 * @param compared what counts are compared with
 * @param unsureWhoBegan incidents on the map of which nobody says who started them
 * @param snaps whether incidents lie on few positions
 * @param scores how well earlier months foretold later ones; null where nothing was held out
 * @param places units with cells that hold more, the most cells first
 * @param source the layer
 * @param withheld whether counts and statistics of cells are withheld, because the account sees no points
 */
record HotspotView(
        String method,
        String shape,
        Cell cell,
        @Nullable Double bandwidthMetres,
        boolean policeInitiatedCount,
        long n,
        long read,
        List<LeftOut> leftOut,
        Period period,
        Map<String, Integer> classes,
        Map<String, Long> trends,
        Compared compared,
        long unsureWhoBegan,
        Snaps snaps,
        @Nullable Scores scores,
        List<HotspotPlace> places,
        Source source,
        boolean withheld) {
    private static final long TENS = 10;

    /** How large cells are. @param reason given, or a rule's name */
    record Cell(double metres, String reason, int all) {}

    /** Incidents that do not count. @param share of the layer's */
    record LeftOut(String code, long count, double share) {}

    /**
     * The days.
     *
     * @param from first; null where no incident has a date
     * @param to last, included
     * @param monthsOnly incidents on the map that know their month, but not their day
     * @param yearless those that know the month, but not of which year
     */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to, long monthsOnly, long undated, long yearless) {}

    /**
     * Residents.
     *
     * @param source layer and column
     * @param estimatedShare of the residents
     * @param withoutResidents incidents in cells that have none, which are not tested
     */
    record Compared(String source, double estimatedShare, long withoutResidents) {}

    /** Positions. @param spacingMetres null where there are too few */
    record Snaps(boolean recognised, double share, int positions, @Nullable Double spacingMetres) {}

    /** Scores. @param beatsBaselines whether the map beats both plain maps at every share of area */
    record Scores(List<Row> rows, boolean beatsBaselines) {}

    /** Mean scores. @param map this, last-month or residents */
    record Row(String map, double share, double pai, double pei, double rri, int months) {}

    /** The layer. */
    record Source(String name, int version, @Nullable String source, @Nullable String licence, @Nullable String asOf) {}

    static HotspotView of(HotspotMap map, District district, Layer layer, boolean withheld) {
        long n = map.n();
        return new HotspotView(
                Legend.key(map.request().method()),
                Legend.key(map.request().shape()),
                new Cell(
                        map.size().metres(),
                        Legend.key(map.size().reason()),
                        map.grid().size()),
                map.bandwidth().map(bandwidth -> bandwidth.metres()).orElse(null),
                map.request().policeInitiatedCount(),
                withheld ? tens(n) : n,
                map.incidents().read(),
                leftOut(map, withheld),
                period(map, withheld),
                classes(map),
                trends(map),
                compared(map, withheld),
                withheld
                        ? tens(map.incidents().unsureWhoBegan())
                        : map.incidents().unsureWhoBegan(),
                snaps(map.snaps()),
                scores(map),
                HotspotPlace.of(map, district),
                new Source(
                        layer.name(),
                        layer.version(),
                        layer.origin().source(),
                        layer.origin().licence(),
                        layer.origin().asOf()),
                withheld);
    }

    private static long tens(long count) {
        return Math.round((double) count / TENS) * TENS;
    }

    private static List<LeftOut> leftOut(HotspotMap map, boolean withheld) {
        double read = Math.max(1, map.incidents().read());
        List<LeftOut> leftOut = new ArrayList<>();
        map.incidents().leftOut().forEach((why, count) -> {
            long told = withheld ? tens(count) : count;
            leftOut.add(new LeftOut(Legend.key(why), told, told / read));
        });
        return leftOut;
    }

    private static Period period(HotspotMap map, boolean withheld) {
        IncidentSelection of = map.incidents();
        LocalDate from = map.daysCovered().map(days -> days[0]).orElse(null);
        LocalDate to = map.daysCovered().map(days -> days[1]).orElse(null);
        if (withheld) {
            return new Period(
                    from == null ? null : from.withDayOfMonth(1),
                    to == null ? null : to.withDayOfMonth(to.lengthOfMonth()),
                    tens(map.monthsOnly()),
                    tens(of.undated()),
                    tens(of.yearless()));
        }
        return new Period(from, to, map.monthsOnly(), of.undated(), of.yearless());
    }

    private static Map<String, Integer> classes(HotspotMap map) {
        Map<String, Integer> classes = new LinkedHashMap<>();
        List<String> all = map.classes().orElse(List.of());
        new TreeSet<>(all).forEach(one -> classes.put(one, Collections.frequency(all, one)));
        return classes;
    }

    private static Map<String, Long> trends(HotspotMap map) {
        Map<String, Long> trends = new LinkedHashMap<>();
        if (map.trendOfCells() != null) {
            Legend.count(map.trendOfCells()).forEach((name, count) -> trends.put(name.replace("trend ", ""), count));
        }
        return trends;
    }

    private static Compared compared(HotspotMap map, boolean withheld) {
        double without = map.exposure()
                .map(residents -> Rates.of(map.counts(), residents.byCell()).withoutExposure())
                .orElse(0.0);
        return new Compared(
                map.ground().residentsSource(),
                map.ground().residentsEstimated(),
                withheld ? tens(Math.round(without)) : Math.round(without));
    }

    private static Snaps snaps(SnapPoints snaps) {
        double spacing = snaps.spacingMetres();
        return new Snaps(
                snaps.recognised(), snaps.shareRepeated(), snaps.positions(), Double.isNaN(spacing) ? null : spacing);
    }

    private static @Nullable Scores scores(HotspotMap map) {
        return map.scores()
                .map(scores -> new Scores(
                        scores.rows().stream()
                                .map(row -> new Row(
                                        mapName(row.map()), row.share(), row.pai(), row.pei(), row.rri(), row.months()))
                                .toList(),
                        scores.beatsBaselines()))
                .orElse(null);
    }

    private static String mapName(String map) {
        return switch (map) {
            case HeldOutMonths.LAST_MONTH -> "last-month";
            case HeldOutMonths.RESIDENTS -> "residents";
            default -> "this";
        };
    }
}
