package org.copse.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.disclosure.Comparison;
import org.copse.server.disclosure.PublishedQuarter;
import org.copse.server.disclosure.Quarter;
import org.copse.server.disclosure.RecordedIncidents;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.BeatMap;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published incidents in a reader's words. */
@Component
class RecordedText {
    private static final List<Comparison> DRAWN = List.of(
            Comparison.MORE_VERY_SURE,
            Comparison.MORE_SURE,
            Comparison.NOT_SURE,
            Comparison.LESS_SURE,
            Comparison.LESS_VERY_SURE,
            Comparison.NOT_TESTED,
            Comparison.TOO_FEW);

    private final RecordedIncidents recorded;

    RecordedText(RecordedIncidents recorded) {
        this.recorded = recorded;
    }

    /** What was recorded in an area: {@code hexagons} in words. */
    record Here(String lead, List<String> hexagons) {}

    /** A number of the whole district; {@code recorded} is words where it is withheld. */
    record Kind(String name, String recorded) {}

    /** A beat, with the path of its page after the language. */
    record Beat(String name, String address, List<String> hexagons) {}

    /** A quarter that has a page, with its path after the language. */
    record Other(String span, String address) {}

    /** A class on the map, and the look of its swatch. */
    record Look(String name, String words) {}

    /**
     * The page of a quarter.
     *
     * @param map a drawing, as markup; null without a plan in force
     * @param data path of the table
     */
    record Page(
            String span,
            String source,
            List<Kind> kinds,
            String beatsLead,
            List<Beat> beats,
            @Nullable String map,
            List<Look> legend,
            List<String> notes,
            String data,
            List<Other> others) {}

    /** Returns what the latest quarter says of some beats; empty where none is published. */
    Optional<Here> here(List<BeatTerritory> land, Words words) {
        return recorded.findLatest()
                .map(table -> new Here(
                        words.say("recorded.hereLead", span(table, words)),
                        hexagons(
                                table.compare(
                                        land.stream().map(BeatTerritory::lonLat).toList()),
                                words)));
    }

    /**
     * Returns the page of a quarter.
     *
     * @param quarter empty for the latest
     * @param land the beats of the plan in force; empty where there is none
     */
    Optional<Page> page(Optional<Quarter> quarter, List<BeatTerritory> land, Words words) {
        return quarter.map(recorded::find).orElseGet(recorded::findLatest).map(table -> page(table, land, words));
    }

    private Page page(PublishedQuarter table, List<BeatTerritory> land, Words words) {
        PublishedQuarter.Source from = table.source();
        return new Page(
                words.say("recorded.span", span(table, words)),
                words.say(
                        "area.source",
                        Map.of(
                                "source", from.source() == null ? from.name() : from.source(),
                                "date", from.asOf() == null ? "–" : from.asOf())),
                kinds(table, words),
                words.say("recorded.byBeatLead", Map.of("size", words.distance(table.cellMetres()))),
                land.stream().map(beat -> beat(table, beat, words)).toList(),
                land.isEmpty() ? null : map(table, land, words),
                DRAWN.stream()
                        .filter(one -> table.cells().stream()
                                .anyMatch(cell -> PublishedQuarter.all(cell).sure() == one))
                        .map(one -> new Look(one.key(), words.say("recorded.class." + one.key())))
                        .toList(),
                notes(table, words),
                "/api/v1/recorded-incidents/" + table.quarter(),
                others(table, words));
    }

    private static Map<String, String> span(PublishedQuarter table, Words words) {
        return Map.of("from", words.date(table.from()), "to", words.date(table.to()));
    }

    private static List<Kind> kinds(PublishedQuarter table, Words words) {
        List<Kind> kinds = new ArrayList<>();
        table.totals()
                .forEach((kind, number) -> kinds.add(new Kind(
                        words.say("recorded.kind." + kind),
                        number == null ? words.say("recorded.class.too-few") : words.number(number, 0))));
        kinds.add(kinds.remove(0)); // all of them stand last
        return kinds;
    }

    private static Beat beat(PublishedQuarter table, BeatTerritory beat, Words words) {
        return new Beat(
                words.say("area.beat", Map.of("beat", AreaName.plain(beat.name()))),
                AreaAddress.beat(beat.id()),
                hexagons(table.compare(List.of(beat.lonLat())), words));
    }

    private static List<String> hexagons(Map<Comparison, Integer> counts, Words words) {
        return DRAWN.stream()
                .filter(counts::containsKey)
                .map(one -> words.say(
                        "recorded.count",
                        Map.of(
                                "what",
                                words.say("recorded.class." + one.key()),
                                "n",
                                words.number(counts.getOrDefault(one, 0), 0))))
                .toList();
    }

    private static String map(PublishedQuarter table, List<BeatTerritory> land, Words words) {
        List<BeatMap.Shade> shades = table.cells().stream()
                .map(cell -> {
                    String of = PublishedQuarter.all(cell).sure().key();
                    return new BeatMap.Shade(cell.lonLat(), "h-" + of, words.say("recorded.class." + of));
                })
                .toList();
        return BeatMap.shaded(land, shades, words.say("recorded.mapLabel"));
    }

    private static List<String> notes(PublishedQuarter table, Words words) {
        Integer police = table.policePercent();
        return List.of(
                words.say("recorded.note.recorded"),
                words.say("recorded.note.present"),
                words.say(table.residentsCompared() ? "recorded.note.residents" : "recorded.note.noResidents"),
                words.say("recorded.note.kept", Map.of("n", words.number(table.threshold(), 0))),
                words.say("recorded.note.never"),
                police == null
                        ? words.say("recorded.note.policeFew")
                        : words.say("recorded.note.police", Map.of("share", words.percent(police / 100.0, 0))),
                words.say("recorded.note.once"));
    }

    private List<Other> others(PublishedQuarter table, Words words) {
        return recorded.list().stream()
                .map(RecordedIncidents.Published::quarter)
                .filter(quarter -> !quarter.key().equals(table.quarter()))
                .map(quarter -> new Other(
                        words.say(
                                "recorded.span",
                                Map.of("from", words.date(quarter.first()), "to", words.date(quarter.last()))),
                        "/recorded/" + quarter.key()))
                .toList();
    }
}
