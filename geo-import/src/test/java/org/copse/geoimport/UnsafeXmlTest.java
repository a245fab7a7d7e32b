package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that is made to do harm, in each format that is XML. */
class UnsafeXmlTest {
    private static final String PLACE =
            "<Placemark><name>%s</name><Point><coordinates>4,50</coordinates></Point></Placemark>";

    @TempDir
    Path folder;

    private ImportRefused refused(String text) throws IOException {
        return refusal(new ImportFixture(folder).text("layer.kml", text), LayerKind.PLAIN);
    }

    @Test
    void refusesABillionLaughs() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE kml [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        ImportRefused refused = refused(laughs + "]><kml>" + PLACE.formatted("&l9;") + "</kml>");
        assertThat(refused.code()).isEqualTo("unsafe-xml");
        assertThat(refused.whatToDo()).contains("DOCTYPE");
    }

    @Test
    void readsNoOtherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        ImportRefused refused = refused("<!DOCTYPE kml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><kml>"
                + PLACE.formatted("&x;") + "</kml>");
        assertThat(refused.code()).isEqualTo("unsafe-xml");
        assertThat(refused.what()).doesNotContain("secret");
        assertThat(refused("<!DOCTYPE kml SYSTEM \"" + secret.toUri() + "\"><kml/>")
                        .code())
                .isEqualTo("unsafe-xml");
        assertThat(refused("<!DOCTYPE gpx><gpx/>").code()).isEqualTo("unsafe-xml");
        assertThat(refused("<kml>" + PLACE.formatted("&x;") + "</kml>").code()).isEqualTo("broken-file");
    }

    @Test
    void refusesADoctypeInAWorkbook() throws IOException {
        for (String part : new String[] {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
            Map<String, byte[]> parts =
                    new XlsxFixture().sheet("S", XlsxFixture.row(1, "id", "n")).parts();
            String xml = new String(parts.get(part), StandardCharsets.UTF_8).replace("?>", "?><!DOCTYPE a>");
            parts.put(part, xml.getBytes(StandardCharsets.UTF_8));
            Path file = new ImportFixture(folder).zip("table.xlsx", parts);
            assertThat(refusal(file, LayerKind.PLAIN).code()).as(part).isEqualTo("unsafe-xml");
        }
    }

    @Test
    void boundsDepthTextsTagsAndCoordinates() throws IOException {
        assertThat(refused("<kml>" + "<Folder>".repeat(100_000)).values()).containsEntry("limit", "nesting");
        assertThat(refused("<kml>" + PLACE.formatted("x".repeat(1_000_001)) + "</kml>")
                        .values())
                .containsEntry("limit", "attribute-characters");
        assertThat(refused("<kml><Placemark id=\"" + "x".repeat(6_000_000) + "\"/></kml>")
                        .values())
                .containsEntry("limit", "attribute-characters");
        Path line = new ImportFixture(folder)
                .text(
                        "line.kml",
                        "<kml><Placemark><LineString><coordinates>" + "4,50 ".repeat(1_001)
                                + "</coordinates></LineString></Placemark></kml>");
        assertThat(refusal(ImportRequest.of(line, LayerKind.PLAIN)
                                .within(Limits.usual().with(Limit.VERTICES_PER_GEOMETRY, 1_000)))
                        .values())
                .containsEntry("limit", "vertices-per-geometry")
                .containsEntry("bound", 1_000L);
    }
}
