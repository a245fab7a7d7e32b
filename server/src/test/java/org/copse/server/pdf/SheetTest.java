package org.copse.server.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class SheetTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Test
    void canBeReadBack() throws IOException {
        try (PDDocument read = written(Language.EN, SheetTest::all)) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text)
                    .contains("A plan", "First things", "Why it is so", "Beat 12", "1,234", "Page 1", "within")
                    .contains("500 m", "Windmill");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("A plan");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(read.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("First things");
        }
    }

    @Test
    void embedsEveryFontThatItUses() throws IOException {
        try (PDDocument read = written(Language.AR, SheetTest::all)) {
            for (var name : read.getPage(0).getResources().getFontNames()) {
                PDFont font = read.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void shapesArabicAndRunsFromRightToLeft() throws IOException {
        try (PDDocument read = written(Language.AR, sheet -> sheet.paragraph("الشرطة المجتمعية في الحي 12"))) {
            assertThat(new PDFTextStripper().getText(read)).contains("الشرطة المجتمعية في الحي");
            BufferedImage page = new PDFRenderer(read).renderImage(0);
            assertThat(inked(page, page.getWidth() / 2, page.getWidth()))
                    .isGreaterThan(20 * Math.max(1, inked(page, 0, page.getWidth() / 3)));
        }
    }

    @Test
    void drawsTheMapInItsColours() throws IOException {
        try (PDDocument read = written(Language.EN, SheetTest::all)) {
            BufferedImage page = new PDFRenderer(read).renderImage(0);
            assertThat(count(page, Palette.light().beat(0))).isGreaterThan(2000);
            assertThat(count(page, Palette.light().beat(1))).isGreaterThan(2000);
            assertThat(count(page, Palette.light().beat(4))).isZero();
        }
    }

    @Test
    void repeatsTheHeadOfALongTable() throws IOException {
        SheetTable table = new SheetTable().words("Street name", 2).numbers("Residents", 1);
        IntStream.range(0, 120).forEach(i -> table.row("Street " + i, Integer.toString(i)));
        try (PDDocument read = written(Language.EN, sheet -> sheet.table(table))) {
            assertThat(read.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(read)).contains("Street name", "Page 2");
        }
    }

    @Test
    void leavesOutATableWithoutRows() throws IOException {
        try (PDDocument read = written(Language.EN, sheet -> sheet.table(new SheetTable().words("Street name", 1)))) {
            assertThat(new PDFTextStripper().getText(read)).doesNotContain("Street name");
        }
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SheetTable().words("one", 1).row("a", "b"))
                .withMessageContaining("2 cells for 1 columns");
    }

    private static void all(Sheet sheet) {
        sheet.heading("First things").paragraph("Why it is so").note("within 15 m");
        sheet.table(new SheetTable()
                .words("Beat", 2)
                .numbers("Residents", 1)
                .row("Beat 12", "1,234")
                .row("شارع الطاحونة 7", "2"));
        MapDrawing drawing = new MapDrawing();
        MapStyle west = MapStyle.area(Palette.light().beat(0), Color.BLACK, 0.5);
        MapStyle east = MapStyle.area(Palette.light().beat(1), Color.BLACK, 0.5);
        drawing.show(SHAPES.toGeometry(new Envelope(4, 4.01, 50, 50.01)), west);
        drawing.show(SHAPES.toGeometry(new Envelope(4.01, 4.02, 50, 50.01)), east);
        drawing.name(SHAPES.toGeometry(new Envelope(4, 4.01, 50, 50.01)), "Windmill");
        sheet.map(
                new SheetMap(
                        "Before", drawing, List.of(new SheetMap.Entry(west, "West"), new SheetMap.Entry(east, "East"))),
                250);
    }

    private interface Writing {
        void on(Sheet sheet);
    }

    private static PDDocument written(Language language, Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = new Sheet(out, Words.of(language), language == Language.AR ? "خطة" : "A plan")) {
            writing.on(sheet);
        }
        return Loader.loadPDF(out.toByteArray());
    }

    private static int inked(BufferedImage image, int from, int to) {
        int dark = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight() * 9 / 10; y++) {
                dark += new Color(image.getRGB(x, y)).getRed() < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    private static int count(BufferedImage image, Color colour) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                Color seen = new Color(image.getRGB(x, y));
                count += Math.abs(seen.getRed() - colour.getRed()) < 4
                                && Math.abs(seen.getGreen() - colour.getGreen()) < 4
                                && Math.abs(seen.getBlue() - colour.getBlue()) < 4
                        ? 1
                        : 0;
            }
        }
        return count;
    }
}
