package org.copse.server.problemcase;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapFrame;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.layer.DrawnBackdrops.Backdrop;
import org.copse.server.pdf.Sheet;
import org.copse.server.pdf.SheetMap;
import org.copse.server.pdf.SheetTable;
import org.copse.server.publication.AreaName;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A case on paper, from top to bottom as it is worked on. */
final class CaseSheet {
    private static final double MAP_HEIGHT = 240;

    private final CaseViews.CaseView view;
    private final ProblemCase problem;
    private final Words words;
    private final ReviewText reviews;

    CaseSheet(CaseViews.CaseView view, Words words) {
        this.view = view;
        this.problem = view.problem();
        this.words = words;
        this.reviews = new ReviewText(words);
    }

    /**
     * Writes it as PDF.
     *
     * @param land that it is about, WGS 84; null where that is not known
     * @param backdrop gives what lies behind a map of a box, WGS 84
     */
    void write(
            OutputStream out, LocalDate today, @Nullable Geometry land, Function<Envelope, List<Backdrop>> backdrop) {
        try (Sheet sheet = new Sheet(out, words, problem.title())) {
            sheet.paragraph(words.say(
                            "people.beatOf",
                            Map.of("beat", AreaName.plain(view.beat().name()))) + " · "
                    + words.say("case.stage." + problem.stage().key()));
            if (problem.outcome() != null) {
                sheet.paragraph(words.say("case.outcome." + problem.outcome()) + ": " + problem.closing());
            }
            sheet.note(words.say("case.sheet.asOf", Map.of("date", words.date(today))));
            scan(sheet, land, backdrop);
            analyse(sheet);
            respond(sheet);
            assess(sheet);
        }
    }

    private void scan(Sheet sheet, @Nullable Geometry land, Function<Envelope, List<Backdrop>> backdrop) {
        sheet.heading(words.say("case.stage.scan")).paragraph(written(problem.scan()));
        if (land != null) {
            sheet.map(map(land, backdrop, sheet.width()), MAP_HEIGHT);
        }
        sheet.subheading(words.say("case.basis"));
        for (Basis one : view.basis()) {
            sheet.paragraph(words.say("case.type." + one.type().key()) + ": " + count(one));
        }
        sheet.note(words.say(view.oneSided() ? "case.oneSided" : "case.basisLead"));
        SheetTable table = new SheetTable()
                .words(words.say("case.sourceKind"), 3)
                .words(words.say("case.sourceWords"), 5)
                .words(words.say("case.sourceDay"), 2);
        view.sources().forEach(source -> table.row(title(source), facts(source), day(source)));
        sheet.table(table);
    }

    private SheetMap map(Geometry land, Function<Envelope, List<Backdrop>> backdrop, double width) {
        MapDrawing drawing = new MapDrawing();
        Envelope around = land.getEnvelopeInternal();
        around.expandBy(Math.max(0.002, around.getWidth() / 3), Math.max(0.002, around.getHeight() / 3));
        for (Backdrop behind : backdrop.apply(new MapFrame(around, width, MAP_HEIGHT).lonLat())) {
            drawing.behind(behind.lonLat(), behind.style());
        }
        drawing.show(
                land, MapStyle.area(Palette.light().beat(0), Palette.light().colour("map-ink"), 1.5));
        return new SheetMap(problem.title(), drawing, List.of());
    }

    private void analyse(Sheet sheet) {
        sheet.heading(words.say("case.stage.analyse"));
        Triangle triangle = problem.triangle();
        SheetTable table = new SheetTable().words(words.say("case.triangle"), 3).words("", 5);
        table.row(words.say("case.place"), kinds(one(triangle.place())));
        table.row(words.say("case.target"), kinds(one(triangle.target())));
        table.row(words.say("case.doers"), kinds(triangle.doers()));
        table.row(words.say("case.managers"), kinds(triangle.managers()));
        table.row(words.say("case.guardians"), kinds(triangle.guardians()));
        table.row(words.say("case.handlers"), kinds(triangle.handlers()));
        sheet.table(table);
        sheet.subheading(words.say("case.why")).paragraph(written(problem.analysis()));
    }

    private void respond(Sheet sheet) {
        sheet.heading(words.say("case.stage.respond"));
        if (view.responses().isEmpty()) {
            sheet.paragraph(words.say("case.noResponses"));
        }
        SheetTable table = new SheetTable();
        for (String column : List.of("what", "who", "with", "where", "when", "how", "wanted")) {
            table.words(words.say("case.response." + column), column.equals("what") || column.equals("how") ? 4 : 3);
        }
        for (Response row : view.responses()) {
            table.row(
                    row.what() + " (" + words.say("case.state." + row.state()) + ")",
                    kinds(List.of(row.who())),
                    row.with().isEmpty() ? "" : kinds(row.with()),
                    row.place(),
                    words.say("people.days", Map.of("from", words.date(row.from()), "to", words.date(row.due()))),
                    row.how(),
                    row.wanted());
        }
        sheet.table(table);
    }

    private void assess(Sheet sheet) {
        sheet.heading(words.say("case.reviews")).note(words.say("case.reviewsLead"));
        if (problem.reviewOn() != null) {
            sheet.paragraph(words.say("case.reviewOn", Map.of("date", words.date(problem.reviewOn()))));
        }
        for (Review review : view.reviews()) {
            sheet.subheading(reviews.title(review)).paragraph(review.words());
            Review.Figures figures = review.figures();
            if (figures != null) {
                sheet.table(reviews.table(figures))
                        .paragraph(reviews.change(figures))
                        .note(reviews.source(figures));
                sheet.note(words.say("case.review.caveats"));
            }
        }
    }

    private String written(String text) {
        return text.isEmpty() ? words.say("case.nothingWritten") : text;
    }

    private static List<String> one(@Nullable String kind) {
        return kind == null ? List.of() : List.of(kind);
    }

    private String kinds(List<String> kinds) {
        return kinds.isEmpty()
                ? words.say("case.notKnown")
                : words.list(kinds.stream()
                        .map(kind -> words.say("case.kind." + kind))
                        .toList());
    }

    private String count(Basis basis) {
        if (basis.sources() == 0) {
            return words.say("case.sources.nothing");
        }
        return basis.type() == SourceType.WALK
                ? words.say(
                        "case.sources.walks",
                        Map.of(
                                "n", words.number(basis.sources(), 0),
                                "walks", words.number(basis.origins(), 0)))
                : words.say("case.sources.n", Map.of("n", words.number(basis.sources(), 0)));
    }

    private String title(Source source) {
        String key = "case.source." + source.kind().key();
        return switch (source.kind()) {
            case FINDING -> words.say(key, Map.of("topic", words.say("walk.category." + source.topic())));
            case CONCERN -> words.say(key, Map.of("topic", words.say("concern.category." + source.topic())));
            case HOTSPOT ->
                words.say(
                        key,
                        Map.of("layer", Objects.requireNonNull(source.cells()).layer()));
            default -> words.say(key);
        };
    }

    private String facts(Source source) {
        List<String> facts = new ArrayList<>();
        if (!source.words().isEmpty()) {
            facts.add(source.words());
        }
        Source.Cells cells = source.cells();
        if (cells != null) {
            facts.add(words.say("case.cells", Map.of("n", words.number(cells.count(), 0))));
            facts.addAll(cells.categories());
        }
        if (source.few()) {
            facts.add(words.say("case.fewIncidents"));
        } else if (source.voices() != null) {
            facts.add(words.say(
                    cells == null ? "case.voices" : "case.incidents", Map.of("n", words.number(source.voices(), 0))));
        }
        return String.join(" · ", facts);
    }

    private String day(Source source) {
        Source.Cells cells = source.cells();
        LocalDate from = cells == null ? null : cells.from();
        if (source.kind() == SourceKind.CONCERN) {
            return reviews.month(YearMonth.from(source.day()));
        }
        return from == null
                ? words.date(source.day())
                : words.say("people.days", Map.of("from", words.date(from), "to", words.date(source.day())));
    }
}
