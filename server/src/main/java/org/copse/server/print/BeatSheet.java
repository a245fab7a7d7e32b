package org.copse.server.print;

import java.awt.Color;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copse.server.area.Areas;
import org.copse.server.area.Card;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapFrame;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.layer.DrawnBackdrops.Backdrop;
import org.copse.server.pdf.Paper;
import org.copse.server.pdf.Sheet;
import org.copse.server.pdf.SheetMap;
import org.copse.server.pdf.SheetTable;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.PublicSettings;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Writes who answers for a beat, how they are reached and where, on paper. */
final class BeatSheet {
    private static final double CODE = 92;
    private static final double UNDER_MAP = 118;
    private static final double LOWEST_MAP = 150;
    private static final double HIGHEST_MAP = 420;
    private static final double CARD_CODE = 84;

    private final Areas.Beat beat;
    private final Words words;
    private final PublicSettings authority;
    private final String address;
    private final LocalDate since;
    private final LocalDate today;
    private final Card card;

    /**
     * A sheet that is still to be written.
     *
     * @param address of the beat's page, whole
     * @param since from when the plan is in force
     */
    BeatSheet(
            Areas.Beat beat, Words words, PublicSettings authority, String address, LocalDate since, LocalDate today) {
        this.beat = beat;
        this.words = words;
        this.authority = authority;
        this.address = address;
        this.since = since;
        this.today = today;
        this.card = Card.of(beat.answer(), words, false);
    }

    private String title() {
        return words.say(
                "print.officer", Map.of("beat", AreaName.plain(beat.territory().name())));
    }

    /**
     * Writes one page with map, officer and places to meet.
     *
     * @param backdrop gives what lies behind a map of a box, WGS 84
     */
    void poster(Paper paper, Function<Envelope, List<Backdrop>> backdrop, OutputStream out) {
        double scale = paper.scale();
        try (Sheet sheet = new Sheet(out, words, title(), paper)) {
            sheet.paragraph(authority.name());
            sheet.beside(reached(), address, CODE * scale);
            sheet.large(emergency());
            if (!card.places().isEmpty()) {
                sheet.heading(words.say("answer.meet"));
                sheet.table(places());
            }
            // What is under the map needs some room too.
            double room = sheet.room() - UNDER_MAP * scale;
            double height = Math.max(LOWEST_MAP * scale, Math.min(HIGHEST_MAP * scale, room));
            Envelope own = beat.territory().lonLat().getEnvelopeInternal();
            sheet.map(map(backdrop.apply(new MapFrame(own, sheet.width(), height).lonLat())), height);
            sheet.paragraph(words.say("print.more", Map.of("address", address)));
            sheet.note(words.say(
                    "answer.plan",
                    Map.of(
                            "plan", beat.plan().name(),
                            "date", words.date(since))));
            sheet.note(words.say("print.asOf", Map.of("date", words.date(today))));
        }
    }

    /** Writes a card to keep. */
    void card(OutputStream out) {
        try (Sheet sheet = new Sheet(out, words, title(), Paper.CARD)) {
            sheet.beside(
                    Stream.concat(reached().stream().limit(4), Stream.of(emergency()))
                            .toList(),
                    address,
                    CARD_CODE);
            sheet.note(authority.name() + " · " + words.say("print.asOf", Map.of("date", words.date(today))));
        }
    }

    /** Who it is first, then how they are reached. */
    private List<String> reached() {
        List<String> lines = new ArrayList<>();
        lines.add(card.heading());
        add(lines, null, card.fullName());
        add(lines, null, card.away());
        String phone = card.contact().phone();
        add(lines, "answer.phone", phone == null ? null : words.phone(phone));
        add(lines, "answer.email", card.contact().email());
        add(lines, "answer.hours", card.contact().hours());
        add(lines, "answer.languages", card.contact().speaks());
        if (card.vacant()) {
            lines.add(words.say("answer.noOfficer"));
        }
        return lines;
    }

    private void add(List<String> lines, @Nullable String label, @Nullable String text) {
        if (text != null) {
            lines.add(label == null ? text : words.say(label) + " " + text);
        }
    }

    private String emergency() {
        return words.say("emergency.short") + " " + authority.emergency();
    }

    private SheetTable places() {
        SheetTable table = new SheetTable()
                .words(words.say("print.place"), 3)
                .words(words.say("print.address"), 3)
                .words(words.say("print.hours"), 3);
        card.places()
                .forEach(place -> table.row(
                        place.name(),
                        Objects.requireNonNullElse(place.address(), ""),
                        Objects.requireNonNullElse(place.hours(), "")));
        return table;
    }

    private SheetMap map(List<Backdrop> backdrop) {
        MapDrawing drawing = new MapDrawing();
        for (Backdrop behind : backdrop) {
            drawing.behind(behind.lonLat(), behind.style());
        }
        Color line = Palette.light().colour("map-ink");
        for (BeatTerritory other : beat.around()) {
            drawing.behind(other.lonLat(), MapStyle.line(line, 0.5));
            drawing.name(other.lonLat(), AreaName.plain(other.name()));
        }
        BeatTerritory own = beat.territory();
        drawing.show(own.lonLat(), MapStyle.area(Palette.light().beat(own.colour()), line, 2));
        return new SheetMap(card.area(), drawing, List.of());
    }
}
