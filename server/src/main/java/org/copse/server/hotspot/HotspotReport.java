package org.copse.server.hotspot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} says about a map of hotspots: everything that a reader needs to judge it.
 *
 * @param method its name
 * @param asks what it asks, in a sentence
 * @param settings each choice and its reason
 * @param period the days that the incidents cover
 * @param n incidents that the map rests on
 * @param read incidents in the file
 * @param leftOut those that do not count, by reason, with their share of the file
 * @param cells how many there are, by class
 * @param legend what the classes mean, in words
 * @param caveats what the map does not say
 * @param snapPoints whether incidents lie on few positions
 * @param hourOfWeek when in the week, Monday 0:00 first; null where no incident has an hour
 * @param nearRepeats null but for near repeats
 * @param scores how well earlier months foretold later ones; null where there are too few months
 * @param sources the files
 */
public record HotspotReport(
        String method,
        String asks,
        Map<String, Setting> settings,
        Period period,
        long n,
        long read,
        List<Share> leftOut,
        Map<String, Object> cells,
        Map<String, String> legend,
        List<String> caveats,
        Map<String, Object> snapPoints,
        @Nullable Map<String, Object> hourOfWeek,
        @Nullable NearRepeats nearRepeats,
        @Nullable Scores scores,
        List<Source> sources) {

    /**
     * A choice.
     *
     * @param value number, text or list
     * @param reason why
     */
    public record Setting(Object value, String reason) {}

    /**
     * The days.
     *
     * @param from first, as asked for or found; null where no incident has a date
     * @param to last, included; null likewise
     * @param how where the days come from
     * @param undated incidents on the map that have no date
     */
    public record Period(@Nullable String from, @Nullable String to, String how, long undated) {}

    /**
     * Incidents that do not count.
     *
     * @param why the reason
     * @param share of those in the file
     */
    public record Share(String why, long count, double share) {}

    /**
     * A file.
     *
     * @param what its part in the map
     * @param crs how its coordinates were read
     */
    public record Source(String what, String file, String sha256, String crs) {}

    /**
     * Near repeats.
     *
     * @param ends how the ends of bands count
     * @param bands observed and expected pairs by distance and days
     * @param incidents with a day
     * @param vague without one; left out
     */
    public record NearRepeats(String ends, List<Band> bands, int incidents, int vague, int permutations, long seed) {}

    /**
     * One band.
     *
     * @param ratio observed over expected; null where chance gives none
     */
    public record Band(
            double overMetres,
            double toMetres,
            long overDays,
            long toDays,
            long pairs,
            double expected,
            @Nullable Double ratio,
            double p) {}

    /**
     * How well earlier months foretold later ones.
     *
     * @param how what was held out
     * @param rows mean scores, by map and share of area
     * @param verdict in a sentence: whether the method beats the plain maps
     * @param beatsBaselines whether it does at every share of area
     */
    public record Scores(String how, List<Row> rows, String verdict, boolean beatsBaselines) {}

    /**
     * Mean scores of one map.
     *
     * @param map what foretold
     * @param share of the district's area
     * @param months held out
     */
    public record Row(String map, double share, double pai, double pei, double rri, int months) {}
}
