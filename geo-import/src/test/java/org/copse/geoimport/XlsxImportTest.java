package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;
import static org.copse.geoimport.XlsxFixture.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxImportTest {
    @TempDir
    Path folder;

    private Path file(XlsxFixture workbook) throws IOException {
        return new ImportFixture(folder).zip("table.bin", workbook.parts());
    }

    private Map<String, Object> onlyRow(XlsxFixture workbook) throws IOException {
        return read(file(workbook), LayerKind.PLAIN).features().get(0).attributes();
    }

    @Test
    void readsNumbersTextsTruthAndTheResultsOfFormulas() throws IOException {
        Map<String, Object> values = onlyRow(new XlsxFixture()
                .shared("shared text")
                .sharedXml("<si><r><t>two</t></r><r><rPr/><t xml:space=\"preserve\">"
                        + " runs</t></r><rPh><t>no</t></rPh></si>")
                .sheet(
                        "S",
                        row(1, "a", "b", "c", "d", "e", "f", "g", "h")
                                + row(
                                        2,
                                        12,
                                        0.125,
                                        "<c r=\"@\" t=\"s\"><v>0</v></c>",
                                        "<c r=\"@\" t=\"s\"><v>1</v></c>",
                                        "<c r=\"@\" t=\"b\"><v>1</v></c>",
                                        "<c r=\"@\"><f>A2*2</f><v>24</v></c>",
                                        "<c r=\"@\" t=\"str\"><f>\"x\"</f><v>x</v></c>",
                                        "<c r=\"@\" t=\"e\"><v>#N/A</v></c>")));
        assertThat(values)
                .isEqualTo(Map.of(
                        "a", 12L, "b", 0.125, "c", "shared text", "d", "two runs", "e", true, "f", 24L, "g", "x"));
    }

    @Test
    void readsDatesByTheirStyle() throws IOException {
        String days = row(1, "day", "belgian", "share", "moment", "hour", "number", "span")
                + row(
                        2,
                        "<c r=\"@\" s=\"1\"><v>45352</v></c>",
                        "<c r=\"@\" s=\"2\"><v>45352</v></c>",
                        "<c r=\"@\" s=\"3\"><v>0.5</v></c>",
                        "<c r=\"@\" s=\"4\"><v>45352.5</v></c>",
                        "<c r=\"@\" s=\"4\"><v>0.75</v></c>",
                        "<c r=\"@\" s=\"0\"><v>45352</v></c>",
                        "<c r=\"@\" s=\"5\"><v>3.5</v></c>");
        assertThat(onlyRow(new XlsxFixture().sheet("S", days)))
                .isEqualTo(Map.of(
                        "day", "2024-03-01",
                        "belgian", "2024-03-01",
                        "share", 0.5,
                        "moment", "2024-03-01T12:00:00",
                        "hour", "18:00:00",
                        "number", 45352L,
                        "span", 3.5));
        assertThat(onlyRow(new XlsxFixture().bookProperties("date1904=\"1\"").sheet("S", days)))
                .containsEntry("day", "2028-03-02");
    }

    @Test
    void findsTheHeaderBelowTitlesAndEmptyRows() throws IOException {
        ImportedLayer layer = read(
                file(new XlsxFixture()
                        .sheet(
                                "Bevolking",
                                row(1, "Bevolking per wijk")
                                        + row(2, "Bron: stad", 2024)
                                        + row(5, "wijk_id", "inwoners", "ha")
                                        + row(6, "W1", 1200, 3.5)
                                        + row(7, "W2", null, 4))),
                LayerKind.POPULATION);
        assertThat(ids(layer)).containsExactly("W1", "W2");
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(Map.of("wijk_id", "W1", "inwoners", 1200L, "ha", 3.5));
        assertThat(layer.features().get(1).attributes()).isEqualTo(Map.of("wijk_id", "W2", "ha", 4L));
        assertThat(warnings(layer.report())).contains("header-below-top");
        assertThat(layer.report().format()).isEqualTo("XLSX");
    }

    @Test
    void takesTheFirstShownSheetWithATableUnlessOneIsNamed() throws IOException {
        Path file = file(new XlsxFixture()
                .hiddenSheet("Secret", row(1, "id", "x") + row(2, "h", 1))
                .sheet("Empty", "")
                .sheet("Data", row(1, "id", "x") + row(2, "d", 2))
                .sheet("More", row(1, "id", "x") + row(2, "m", 3)));
        ImportedLayer first = read(file, LayerKind.PLAIN);
        assertThat(ids(first)).containsExactly("d");
        assertThat(first.report().layer()).isEqualTo("Data");
        assertThat(warnings(first.report())).contains("other-layers");
        assertThat(ids(LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN).ofLayer("More"))))
                .containsExactly("m");
        ImportRefused refused = refusal(ImportRequest.of(file, LayerKind.PLAIN).ofLayer("None"));
        assertThat(refused.code()).isEqualTo("layer-missing");
        assertThat(refused.values()).containsEntry("layers", "Secret, Empty, Data, More");
        assertThat(LayerPreview.of(ImportRequest.of(file, LayerKind.PLAIN)).layers())
                .contains(new LayerPreview.LayerChoice("Data", true), new LayerPreview.LayerChoice("More", false))
                .hasSize(4);
    }

    @Test
    void findsPositionsInItsColumns() throws IOException {
        ImportedLayer layer = read(
                file(new XlsxFixture().sheet("S", row(1, "name", "lon", "lat") + row(2, "A", 4.25, 50.5))),
                LayerKind.PLACES);
        assertThat(wkt(layer)).containsExactly("POINT (4.25 50.5)");
    }

    @Test
    void keepsLeadingZerosOfTextsAndRowsWithoutReferences() throws IOException {
        String cells = "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>n</t></is></c></row>"
                + "<row><c t=\"inlineStr\"><is><t>007</t></is></c><c><v>1E2</v></c></row>";
        assertThat(onlyRow(new XlsxFixture().sheet("S", cells))).isEqualTo(Map.of("id", "007", "n", 100L));
    }

    @Test
    void rejectsRowsThatCannotBeReadAndKeepsTheRest() throws IOException {
        ImportedLayer layer = read(
                file(new XlsxFixture()
                        .sheet(
                                "S",
                                row(1, "id", "n")
                                        + row(2, "good", 1)
                                        + row(3, "far", "<c r=\"ZZZZZZ3\"><v>1</v></c>")
                                        + row(4, "twice", "<c r=\"A4\"><v>1</v></c>")
                                        + row(5, "text", "<c r=\"@\"><v>1e400</v></c>")
                                        + row(6, "shared", "<c r=\"@\" t=\"s\"><v>99</v></c>")
                                        + row(7, "wide", 1, 2))),
                LayerKind.PLAIN);
        assertThat(ids(layer)).containsExactly("good");
        assertThat(rejections(layer.report())).isEqualTo(Map.of("row-unreadable", 4L, "fields-more-than-headers", 1L));
    }

    @Test
    void saysWhenFormulasHaveNoResult() throws IOException {
        ImportedLayer layer = read(
                file(new XlsxFixture()
                        .sheet("S", row(1, "id", "n") + row(2, "a", "<c r=\"@\"><f>B9</f></c>") + row(3, "b", 2))),
                LayerKind.PLAIN);
        assertThat(warnings(layer.report())).contains("values-odd");
    }

    @Test
    void readsAWorkbookInsideAZip() throws IOException {
        byte[] workbook = Files.readAllBytes(file(new XlsxFixture().sheet("S", row(1, "id", "n") + row(2, "a", 1))));
        Path zip = new ImportFixture(folder).zip("outer.zip", Map.of("in/table.xlsx", workbook));
        assertThat(read(zip, LayerKind.PLAIN).report().format()).isEqualTo("XLSX in zip");
    }

    @Test
    void stopsWorkbooksThatSwell() throws IOException {
        Path bomb = file(new XlsxFixture().sheet("S", row(1, "id", "n") + "<!--" + " ".repeat(3_000_000) + "-->"));
        assertThat(Files.size(bomb)).isLessThan(20_000);
        ImportRefused unpacked = refusal(
                ImportRequest.of(bomb, LayerKind.PLAIN).within(Limits.usual().with(Limit.UNPACKED_BYTES, 1_000_000)));
        assertThat(unpacked.values()).containsEntry("limit", "unpacked-bytes");

        XlsxFixture texts = new XlsxFixture().sheet("S", row(1, "id", "n") + row(2, "a", 1));
        for (int i = 0; i < 1_000; i++) {
            texts.shared("text " + i);
        }
        ImportRefused shared = refusal(ImportRequest.of(file(texts), LayerKind.PLAIN)
                .within(Limits.usual().with(Limit.SHARED_TEXT_CHARACTERS, 10_000)));
        assertThat(shared.values()).containsEntry("limit", "shared-text-characters");
    }

    @Test
    void refusesWorkbooksThatLackAPart() throws IOException {
        for (String part : new String[] {"xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
            Map<String, byte[]> parts = new LinkedHashMap<>(
                    new XlsxFixture().sheet("S", row(1, "id", "n")).parts());
            parts.remove(part);
            Path file = new ImportFixture(folder).zip("lacking.xlsx", parts);
            assertThat(refusal(file, LayerKind.PLAIN).code()).as(part).isEqualTo("broken-file");
        }
    }
}
