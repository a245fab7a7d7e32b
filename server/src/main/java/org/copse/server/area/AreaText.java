package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.server.assignment.Assignments;
import org.copse.server.event.Events;
import org.copse.server.finding.Findings;
import org.copse.server.layer.Layer;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.lookup.Lookups;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publicpage.BeatMap;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Areas in a reader's words. */
@Component
class AreaText {
    private final Areas areas;
    private final Lookups lookups;
    private final Assignments days;
    private final MeetingText meetings;
    private final PlannedWalkText walks;
    private final FindingText findings;
    private final RecordedText recorded;
    private final PollText polls;
    private final ProblemText problems;

    AreaText(
            Areas areas,
            Lookups lookups,
            Assignments days,
            Events events,
            Findings findings,
            RecordedText recorded,
            PlannedWalks walks,
            AreaTopics topics) {
        this.areas = areas;
        this.lookups = lookups;
        this.days = days;
        this.meetings = new MeetingText(events, days);
        this.findings = new FindingText(findings, days);
        this.recorded = recorded;
        this.polls = topics.polls();
        this.problems = topics.problems();
        this.walks = new PlannedWalkText(walks, days);
    }

    /** A sector of the list, with the path of its page after the language. */
    record SectorEntry(String name, String address, List<BeatEntry> beats) {}

    /** A beat of the list; {@code officer} is who answers today, or the team. */
    record BeatEntry(String name, String officer, String address) {}

    /** A number with what it counts, and where and when it comes from. */
    record Figure(String words, String source) {}

    /**
     * The page of a beat.
     *
     * @param concern path of the form on which something is reported for it
     * @param meetings null while the database is away
     * @param agreed null while the database is away
     * @param polls those that are open or were so not long ago; null while the database is away
     * @param problems that are worked on; null while the database is away
     * @param found problems of walks that residents may read of; null while the database is away
     * @param recorded null while none is published, or the database is away
     * @param walks public ones to come; null while the database is away
     * @param map a drawing, as markup
     * @param data path of its boundary
     */
    record BeatPage(
            String title,
            String sector,
            String sectorAddress,
            String concern,
            Card card,
            @Nullable List<MeetingText.Entry> meetings,
            @Nullable List<MeetingText.Agreed> agreed,
            @Nullable List<PollText.Entry> polls,
            @Nullable List<ProblemText.Entry> problems,
            @Nullable List<FindingText.Found> found,
            RecordedText.@Nullable Here recorded,
            @Nullable List<PlannedWalkText.Entry> walks,
            String map,
            List<Figure> figures,
            String plan,
            String data,
            String dataSource,
            Card.Contact authority) {}

    /** The page of a sector. @param recorded as that of a beat */
    record SectorPage(
            String title,
            Card.Contact contact,
            List<BeatEntry> beats,
            RecordedText.@Nullable Here recorded,
            String map,
            List<Figure> figures,
            String plan,
            String data,
            String dataSource,
            Card.Contact authority) {}

    List<SectorEntry> list(Words words) {
        return areas.listSectors().stream()
                .map(sector -> new SectorEntry(
                        sectorTitle(sector.name(), words), AreaAddress.sector(sector.id()), beats(sector, words)))
                .toList();
    }

    BeatPage beat(Areas.Beat beat, Words words) {
        BeatTerritory territory = beat.territory();
        String name = AreaName.plain(territory.name());
        Optional<Layer> units = units(beat.plan());
        return new BeatPage(
                title(territory, words),
                sectorTitle(territory.sectorName(), words),
                AreaAddress.sector(territory.sectorId()),
                AreaAddress.concern(territory.id()),
                Card.of(beat.answer(), words, false),
                WhileAway.otherwise(null, () -> meetings.meetings(territory.id(), words)),
                WhileAway.otherwise(null, () -> meetings.agreed(territory.id(), words)),
                WhileAway.otherwise(null, () -> polls.list(territory.id(), words)),
                WhileAway.otherwise(null, () -> problems.list(territory.id(), words)),
                WhileAway.otherwise(null, () -> findings.found(territory.id(), words)),
                recorded(List.of(territory), words),
                WhileAway.otherwise(null, () -> walks.list(territory, words)),
                BeatMap.svg(beat.around(), Set.of(territory.id()), words.say("area.mapLabel", Map.of("area", name))),
                figures(List.of(territory), units, beat.plan(), words),
                plan(beat.plan(), words),
                "/api/v1/areas" + AreaAddress.beat(territory.id()),
                dataSource(units, beat.plan(), words),
                authority());
    }

    SectorPage sector(Areas.Sector sector, Words words) {
        Optional<Layer> units = units(sector.plan());
        return new SectorPage(
                sectorTitle(sector.name(), words),
                Card.Contact.of(sector.team()),
                beats(sector, words),
                recorded(sector.territories(), words),
                BeatMap.svg(
                        sector.territories(),
                        words.say("area.mapLabel", Map.of("area", AreaName.plain(sector.name())))),
                figures(sector.territories(), units, sector.plan(), words),
                plan(sector.plan(), words),
                "/api/v1/areas" + AreaAddress.sector(sector.id()),
                dataSource(units, sector.plan(), words),
                authority());
    }

    /** Returns what a beat is called. */
    static String title(BeatTerritory beat, Words words) {
        return words.say("area.beat", Map.of("beat", AreaName.plain(beat.name())));
    }

    private RecordedText.@Nullable Here recorded(List<BeatTerritory> land, Words words) {
        return WhileAway.otherwise(null, () -> recorded.here(land, words).orElse(null));
    }

    private Optional<Layer> units(PublishedPlan plan) {
        return WhileAway.otherwise(Optional.empty(), () -> areas.findUnits(plan));
    }

    private Card.Contact authority() {
        return Card.Contact.of(lookups.getAuthority());
    }

    private static List<BeatEntry> beats(Areas.Sector sector, Words words) {
        return sector.beats().stream()
                .map(beat -> new BeatEntry(
                        words.say("area.beat", Map.of("beat", AreaName.plain(beat.name()))),
                        officer(beat, words),
                        AreaAddress.beat(beat.id())))
                .toList();
    }

    private static String officer(LookupAnswer.Beat beat, Words words) {
        LookupAnswer.Officer officer = beat.officer();
        return officer == null ? Card.team(beat, words) : officer.dutyName();
    }

    private static String sectorTitle(String name, Words words) {
        return words.say("area.sector", Map.of("sector", AreaName.plain(name)));
    }

    private String plan(PublishedPlan plan, Words words) {
        return words.say("answer.plan", Map.of("plan", plan.name(), "date", words.date(days.dayOf(plan.validFrom()))));
    }

    private List<Figure> figures(List<BeatTerritory> land, Optional<Layer> units, PublishedPlan plan, Words words) {
        double residents = land.stream().mapToDouble(BeatTerritory::residents).sum();
        String source = units.map(layer -> words.say(
                        "area.source",
                        Map.of(
                                "source",
                                source(layer),
                                "date",
                                stated(layer.origin().asOf()))))
                .orElseGet(() -> plan(plan, words));
        return List.of(new Figure(words.say("area.residents", Map.of("n", words.number(residents, 0))), source));
    }

    private String dataSource(Optional<Layer> units, PublishedPlan plan, Words words) {
        return words.say(
                "area.dataSource",
                Map.of(
                        "plan", plan.name(),
                        "date", words.date(days.dayOf(plan.validFrom())),
                        "source", units.map(AreaText::source).orElse("–")));
    }

    private static String source(Layer layer) {
        String source = layer.origin().source();
        return source == null ? layer.name() : source;
    }

    private static String stated(@Nullable String date) {
        return date == null ? "–" : date;
    }
}
