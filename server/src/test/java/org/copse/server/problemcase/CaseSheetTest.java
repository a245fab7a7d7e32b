package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.copse.statistics.change.RelativeChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** A case on paper holds each of its parts, in each language. */
class CaseSheetTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private static ProblemCase problem() {
        return new ProblemCase(
                UUID.randomUUID(),
                3,
                "Noise on the square",
                "1",
                "en",
                Stage.ASSESS,
                "Music until four",
                new Triangle(
                        "square",
                        "residents",
                        List.of("guests"),
                        List.of("associations"),
                        List.of("residents"),
                        List.of("venue")),
                "Terraces close late",
                DAY,
                null,
                "",
                "officer",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static CaseViews.CaseView view() {
        Source hotspot = new Source(
                UUID.randomUUID(),
                SourceKind.HOTSPOT,
                SourceType.RECORD,
                null,
                null,
                "",
                "",
                null,
                true,
                DAY,
                new Source.Cells(UUID.randomUUID(), "Register", List.of("nuisance"), null, null, false, 3),
                "planner",
                Instant.EPOCH);
        Response response = new Response(
                UUID.randomUUID(),
                1,
                "Close at midnight",
                "municipality",
                List.of("police"),
                "The square",
                DAY,
                DAY.plusDays(30),
                "By the permit",
                "Quiet nights",
                "doing");
        Review review = new Review(
                1,
                DAY,
                "smaller",
                "Quieter",
                new Review.Figures(
                        "Register",
                        "Harbour, Mill",
                        new Review.Days(DAY.minusYears(1), DAY.minusYears(1).plusDays(29)),
                        new Review.Days(DAY, DAY.plusDays(29)),
                        new Review.Counts(40, 22),
                        new Review.Counts(130, 118),
                        RelativeChange.of(40, 22, 130, 118)),
                "officer");
        List<Source> sources = List.of(hotspot);
        return new CaseViews.CaseView(
                problem(),
                new CaseViews.Beat("1", "Beat 1"),
                Basis.of(sources),
                true,
                sources,
                List.of(response),
                List.of(review),
                List.of(),
                false,
                Stage.ASSESS.next());
    }

    @ParameterizedTest
    @EnumSource
    void holdsEachPart(Language language) throws IOException {
        Words words = Words.of(language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseSheet(view(), words)
                .write(
                        out,
                        DAY,
                        new GeometryFactory().toGeometry(new Envelope(4.3, 4.31, 50.8, 50.81)),
                        box -> List.of());

        String plain;
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            plain = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
        assertThat(plain).doesNotContain("case.", "{n}", "{date}").contains("Music until four", "Terraces close late");
        if (!language.isRightToLeft()) {
            assertThat(plain)
                    .contains(
                            words.say("case.stage.analyse"),
                            words.say("case.kind.associations"),
                            words.say("case.fewIncidents"),
                            words.percent(-0.394, 0),
                            "130");
        }
    }
}
