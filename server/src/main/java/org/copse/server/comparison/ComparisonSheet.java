package org.copse.server.comparison;

import java.awt.Color;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copse.server.comparison.ComparisonDocument.ChangeView;
import org.copse.server.comparison.ComparisonDocument.FlowView;
import org.copse.server.comparison.ComparisonDocument.GroupChange;
import org.copse.server.comparison.ComparisonDocument.MeasureView;
import org.copse.server.comparison.ComparisonDocument.PairView;
import org.copse.server.comparison.ComparisonDocument.PlanView;
import org.copse.server.comparison.ComparisonDocument.StreetView;
import org.copse.server.comparison.ComparisonDocument.StreetsView;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.layer.DrawnBackdrops.Backdrop;
import org.copse.server.pdf.Sheet;
import org.copse.server.pdf.SheetMap;
import org.copse.server.pdf.SheetTable;
import org.copse.server.words.Words;
import org.locationtech.jts.geom.Geometry;

/** A comparison on paper: what it says, maps, tables. */
public final class ComparisonSheet {
    private static final double MAP_HEIGHT = 250;
    private static final double CHANGED = 0.28;

    private final Words words;
    private final ComparisonWords named;
    private final ComparisonDocument document;
    private final ComparisonGround ground;
    private final List<Backdrop> backdrop;

    /**
     * Prepares a report.
     *
     * @param document as its reader may see it
     * @param backdrop the lowest first; may be empty
     */
    public ComparisonSheet(Words words, ComparisonDocument document, ComparisonGround ground, List<Backdrop> backdrop) {
        this.words = words;
        this.named = new ComparisonWords(words);
        this.document = document;
        this.ground = ground;
        this.backdrop = List.copyOf(backdrop);
    }

    /**
     * Writes the report as PDF.
     *
     * @param today the date that it bears
     */
    public void write(OutputStream out, LocalDate today) {
        try (Sheet sheet = new Sheet(out, words, words.say("compare.title"))) {
            document.changes().forEach(change -> sheet.paragraph(sentence(change)));
            sheet.note(words.say("compare.made", Map.of("date", words.date(today))));
            sheet.note(words.say(
                    "compare.measuredBy",
                    Map.of(
                            "name",
                            document.measuredBy(),
                            "units",
                            count(document.units()),
                            "residents",
                            count(document.residents()))));
            sheet.note(words.say("compare.sources"));
            sheet.heading(words.say("compare.measures")).table(measures());
            sheet.page().heading(words.say("compare.maps")).note(words.say("compare.maps.linked"));
            sheet.maps(maps(), 2, MAP_HEIGHT);
            sheet.heading(words.say("compare.fairness")).paragraph(words.say("compare.fairness.lead"));
            FairnessTables fairness = new FairnessTables(words, named, document);
            fairness.note().ifPresent(sheet::note);
            fairness.write(sheet);
            document.changes().forEach(change -> write(sheet, change));
        }
    }

    private String count(double value) {
        return words.number(value, 0);
    }

    private String name(int plan) {
        return named.plan(document.plans().get(plan));
    }

    private String sentence(ChangeView change) {
        Map<String, String> values = Map.of(
                "plan",
                name(change.plan()),
                "first",
                name(0),
                "residents",
                count(change.residents()),
                "share",
                words.percent(change.share(), 0),
                "units",
                count(change.units()));
        return words.say(change.units() > 0 ? "compare.change" : "compare.noChange", values) + " "
                + words.say(
                        "compare.tally",
                        Map.of(
                                "better", verdicts(change, "better"),
                                "worse", verdicts(change, "worse"),
                                "same", verdicts(change, "same")));
    }

    private String verdicts(ChangeView change, String verdict) {
        return count(document.measures().stream()
                .filter(row -> row.verdicts().get(change.plan()).equals(verdict))
                .count());
    }

    private SheetTable measures() {
        SheetTable table = new SheetTable().words(words.say("compare.measure"), 2.4);
        for (PlanView plan : document.plans()) {
            table.numbers(named.plan(plan), 1.2);
        }
        for (MeasureView row : document.measures()) {
            List<String> cells = new ArrayList<>();
            cells.add(words.say("compare.measure." + row.key()));
            for (int plan = 0; plan < row.values().size(); plan++) {
                String figure = named.figure(row.kind(), row.values().get(plan));
                String verdict = row.verdicts().get(plan);
                cells.add(verdict.equals("none") ? figure : figure + "\n" + words.say("compare.verdict." + verdict));
            }
            table.row(cells);
        }
        return table;
    }

    private List<SheetMap> maps() {
        List<SheetMap> maps = new ArrayList<>();
        for (int plan = 0; plan < document.plans().size(); plan++) {
            maps.add(new SheetMap(name(plan), beats(plan, 1), List.of()));
        }
        Color ink = Palette.light().colour("map-pick");
        MapStyle changed = new MapStyle(Palette.mixed(ink, Palette.light().colour("map-land"), CHANGED), ink, 0.8, 2.5);
        for (ChangeView change : document.changes()) {
            MapDrawing drawing = beats(change.plan(), 0.4);
            drawing.behind(ground.changed(change.plan()), changed);
            maps.add(new SheetMap(
                    name(change.plan()) + ": " + words.say("compare.map.changed"),
                    drawing,
                    List.of(new SheetMap.Entry(changed, words.say("compare.map.changed")))));
        }
        return maps;
    }

    /** @param strength 1 for the colours as they are, less for paler ones */
    private MapDrawing beats(int plan, double strength) {
        MapDrawing drawing = new MapDrawing();
        Color land = Palette.light().colour("map-land");
        Color ink = Palette.light().colour("map-ink");
        for (Backdrop behind : backdrop) {
            drawing.behind(behind.lonLat(), behind.style());
        }
        List<Geometry> beats = ground.beats(plan);
        for (int beat = 0; beat < beats.size(); beat++) {
            ComparisonDocument.BeatView view =
                    document.plans().get(plan).beats().get(beat);
            Color colour = Palette.mixed(Palette.light().beat(view.colour()), land, strength);
            drawing.show(beats.get(beat), MapStyle.area(colour, ink, 0.5)).name(beats.get(beat), view.label());
        }
        return drawing;
    }

    private void write(Sheet sheet, ChangeView change) {
        sheet.heading(name(change.plan()));
        sheet.subheading(words.say("compare.beats")).note(words.say("compare.beats.how"));
        sheet.table(pairs(change));
        if (!change.flows().isEmpty()) {
            sheet.subheading(words.say("compare.flows")).table(flows(change));
        }
        if (!change.groups().isEmpty()) {
            sheet.subheading(words.say("compare.groups")).table(groups(change));
        }
        StreetsView streets = change.streets();
        if (streets != null && !streets.rows().isEmpty()) {
            sheet.subheading(words.say("compare.streets"));
            String layer = streets.layer() == null ? "" : streets.layer();
            sheet.note(words.say("compare.streets." + streets.source(), Map.of("layer", layer)));
            sheet.table(streets(streets));
            if (streets.more() > 0) {
                sheet.note(words.say("compare.streets.more", Map.of("n", count(streets.more()))));
            }
        }
    }

    private SheetTable pairs(ChangeView change) {
        SheetTable table = new SheetTable()
                .words(words.say("compare.beats.first"), 1.2)
                .words(words.say("compare.beats.here"), 1.2)
                .numbers(words.say("compare.beats.before"), 1)
                .numbers(words.say("compare.beats.after"), 1)
                .numbers(words.say("compare.beats.kept"), 1);
        for (PairView pair : change.beats()) {
            String from = pair.from();
            String to = pair.to();
            table.row(
                    from == null ? words.say("compare.beats.new") : from,
                    to == null ? words.say("compare.beats.gone") : to,
                    count(pair.residentsFrom()),
                    count(pair.residentsTo()),
                    count(pair.residentsKept()));
        }
        return table;
    }

    private SheetTable flows(ChangeView change) {
        SheetTable table = new SheetTable()
                .words(words.say("compare.flows.from"), 1)
                .words(words.say("compare.flows.to"), 1)
                .numbers(words.say("compare.units"), 1)
                .numbers(words.say("compare.residents"), 1);
        for (FlowView flow : change.flows()) {
            table.row(flow.from(), flow.to(), count(flow.units()), count(flow.residents()));
        }
        return table;
    }

    private SheetTable groups(ChangeView change) {
        SheetTable table = new SheetTable()
                .words(words.say("compare.group"), 2)
                .numbers(words.say("compare.group.people"), 1)
                .numbers(words.say("compare.group.changing"), 1);
        for (GroupChange group : change.groups()) {
            table.row(named.group(group.group()), count(group.people()), count(group.changing()));
        }
        return table;
    }

    private SheetTable streets(StreetsView streets) {
        SheetTable table = new SheetTable()
                .words(words.say("compare.streets.name"), 2)
                .numbers(words.say("compare.group.changing"), 1)
                .numbers(words.say("compare.streets.residents"), 1);
        for (StreetView row : streets.rows()) {
            table.row(row.name(), count(row.changing()), count(row.residents()));
        }
        return table;
    }
}
