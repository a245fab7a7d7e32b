package org.copse.server.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.copse.server.area.Areas;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.pdf.Paper;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publicpage.PublicSettings;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class BeatSheetTest {
    private static final String ADDRESS = "https://police.example/nl/beats/7";
    private static final float A4_HEIGHT = 842;

    @ParameterizedTest
    @EnumSource
    void theSheetIsOnePageWithOfficerPlacesAndEmergencyNumber(Language language) throws Exception {
        try (PDDocument read = written(language, (sheet, out) -> sheet.poster(Paper.A4_LARGE, box -> List.of(), out))) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read)).contains("Sam", "112", "Library", "08:00", ADDRESS);
            assertThat(seen(read)).contains("+3225550102");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            assertThat(code(read)).isEqualTo(ADDRESS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DE", "AR"})
    void aPosterIsOnePageOfA3(Language language) throws Exception {
        try (PDDocument read = written(language, (sheet, out) -> sheet.poster(Paper.A3, box -> List.of(), out))) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getPage(0).getMediaBox().getHeight()).isGreaterThan(1.4f * A4_HEIGHT);
            assertThat(code(read)).isEqualTo(ADDRESS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardIsOnePageOfA7(Language language) throws Exception {
        try (PDDocument read = written(language, BeatSheet::card)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(298);
            assertThat(new PDFTextStripper().getText(read)).contains("Sam", "112");
            assertThat(seen(read)).contains("+3225550102");
            assertThat(code(read)).isEqualTo(ADDRESS);
        }
    }

    /** What lies behind the map is read for what the map shows, which is a little more than the beat. */
    @Test
    void onlyWhatLiesOnTheMapIsReadForIt() throws Exception {
        List<Envelope> asked = new ArrayList<>();
        written(
                        Language.EN,
                        (sheet, out) -> sheet.poster(
                                Paper.A4_LARGE,
                                box -> {
                                    asked.add(box);
                                    return List.of();
                                },
                                out))
                .close();
        Envelope own = beat().territory().lonLat().getEnvelopeInternal();
        Envelope most = own.copy();
        most.expandBy(3 * Math.max(own.getWidth(), own.getHeight()));
        assertThat(asked).hasSize(1).allMatch(box -> box.contains(own) && most.contains(box));
    }

    @Test
    void arabicIsShapedAndItsHoursAreInArabic() throws Exception {
        try (PDDocument read =
                written(Language.AR, (sheet, out) -> sheet.poster(Paper.A4_LARGE, box -> List.of(), out))) {
            assertThat(new PDFTextStripper().getText(read)).contains("شرطي", "الاثنين");
        }
    }

    private static PDDocument written(Language language, BiConsumer<BeatSheet, ByteArrayOutputStream> writing)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.accept(
                new BeatSheet(
                        beat(),
                        Words.of(language),
                        new PublicSettings("Police of Wervelmonde", null, "112"),
                        ADDRESS,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 6, 1)),
                out);
        return Loader.loadPDF(out.toByteArray());
    }

    /** Returns the signs of a page without blanks as they stand, each line from left to right: a number among Arabic words must not be turned round. */
    private static String seen(PDDocument read) throws Exception {
        TreeMap<Integer, TreeMap<Float, String>> lines = new TreeMap<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition sign) {
                lines.computeIfAbsent(Math.round(sign.getY()), y -> new TreeMap<>())
                        .put(sign.getX(), sign.getUnicode());
            }
        };
        reader.getText(read);
        return lines.values().stream()
                .map(line -> String.join("", line.values()).replace(" ", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Reads the code on a page as a camera would. */
    private static String code(PDDocument read) throws Exception {
        BufferedImage page = new PDFRenderer(read).renderImage(0, 2);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        LuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static Areas.Beat beat() {
        BeatTerritory own = new BeatTerritory(
                "7",
                "Windmill",
                "N",
                "North",
                1,
                4100,
                new GeometryFactory().toGeometry(new Envelope(2.6, 2.62, 51.4, 51.41)));
        LookupAnswer.Officer officer = new LookupAnswer.Officer(
                "Sam",
                List.of("nl", "fr", "ar"),
                "+32 2 555 01 02",
                "sam.4359@wervelmonde.example",
                "Mon-Thu 08:00-16:00; Sat 10:00-12:00",
                null,
                null,
                null);
        LookupAnswer.Beat answer = new LookupAnswer.Beat(
                "7",
                "Windmill",
                "N",
                "North",
                officer,
                null,
                null,
                new LookupAnswer.Team(null, null),
                Map.of(),
                List.of(
                        new LookupAnswer.ContactPoint("Library", "Quay 1", "Wed 14:00-17:00", false, 400),
                        new LookupAnswer.ContactPoint("Station", null, "Mon-Sun 08:00-20:00", true, 900)));
        PublishedPlan plan =
                new PublishedPlan(new UUID(0, 1), "Plan 1", 1, Instant.parse("2026-01-01T00:00:00Z"), 2, 1);
        return new Areas.Beat(plan, own, answer, List.of(own));
    }
}
