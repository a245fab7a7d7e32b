package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return new ImportFixture(folder).text("table.dat", text);
    }

    @Test
    void readsLongitudeAndLatitude() throws IOException {
        ImportedLayer layer = read(csv("id,name,lon,lat\n007,Town hall,2.5,51.25\n"), LayerKind.PLACES);
        assertThat(wkt(layer)).containsExactly("POINT (2.5 51.25)");
        assertThat(ids(layer)).containsExactly("007");
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:4326");
        assertThat(warnings(layer.report())).contains("crs-guessed");
    }

    @Test
    void readsSemicolonsDecimalCommasAndWindowsAccents() throws IOException {
        Path file = new ImportFixture(folder)
                .text(
                        "excel.csv",
                        "naam;lengtegraad;breedtegraad\r\nCafé;2,5;51,25\r\nKerk;2,75;51,5\r\n",
                        Charset.forName("windows-1252"));
        ImportedLayer layer = read(file, LayerKind.PLACES);
        assertThat(wkt(layer)).containsExactly("POINT (2.5 51.25)", "POINT (2.75 51.5)");
        assertThat(layer.features().get(0).text("naam")).contains("Café");
        assertThat(warnings(layer.report())).contains("encoding-guessed");
    }

    @Test
    void readsTabsAndUtf16WithAndWithoutMark() throws IOException {
        String text = "name\tlon\tlat\nπ\t2.5\t51.25\n";
        ImportFixture files = new ImportFixture(folder);
        assertThat(read(files.text("a", "\ufeff" + text, StandardCharsets.UTF_16LE), LayerKind.PLACES)
                        .features()
                        .get(0)
                        .text("name"))
                .contains("π");
        assertThat(read(files.text("b", text, StandardCharsets.UTF_16BE), LayerKind.PLACES)
                        .features()
                        .get(0)
                        .text("name"))
                .contains("π");
    }

    @Test
    void readsMetresInAStatedCrs() throws IOException {
        Path file = csv("name,x,y\nstation,149000,170000\n");
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(file, LayerKind.BASES).inCrs("EPSG:31370"));
        assertThat(layer.features().get(0).geometry().getCoordinate().x).isCloseTo(4.3545547, within(1e-6));
        assertThat(refusal(file, LayerKind.BASES).code()).isEqualTo("crs-missing");
    }

    @Test
    void readsWellKnownText() throws IOException {
        ImportedLayer layer =
                read(csv("id;wkt\nA;POLYGON ((0 0, 1 0, 1 1, 0 0))\nB;nonsense\n"), LayerKind.NEIGHBOURHOODS);
        assertThat(wkt(layer)).containsExactly("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        assertThat(rejections(layer.report())).isEqualTo(Map.of("coordinates-malformed", 1L));
    }

    @Test
    void rejectsRowsWithAnUnquotedCommaAndShowsTheFields() throws IOException {
        Path file = csv("\"\",\"name\",\"religion\",\"geometry\"\n\"1\",\"Centre\",\"x\",c(-0.05, 51.5)\n");
        ImportRefused refused = refusal(file, LayerKind.WORSHIP);
        assertThat(refused.code()).isEqualTo("nothing-usable");
        assertThat(refused.what()).contains("fields-more-than-headers", "5 fields under 4 headers", "c(-0.05");
        ImportReport report = refused.report().orElseThrow();
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(1, 0, 0, 1, 0));
        assertThat(report.rejections().get(0).examples().get(0).row()).isEqualTo(1);
    }

    @Test
    void completesShortRowsAndForgivesEmptyFieldsBeyondTheHeaders() throws IOException {
        ImportedLayer layer = read(csv("name,lon,lat,note,more\nA,1,2\nB,3,4,x,y,,\n"), LayerKind.PLACES);
        assertThat(changes(layer.report())).isEqualTo(Map.of("row-completed", 1L));
        assertThat(warnings(layer.report())).contains("format-not-kept");
        assertThat(layer.features()).hasSize(2);
    }

    @Test
    void takesTheRowsThatTheFilterAsksFor() throws IOException {
        Path file = csv("Code,Year,Population\nA,2014,10\nA,2015,11\nB,2015,\nB,2014,7\n");
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(file, LayerKind.POPULATION).where("Year", "2015"));
        assertThat(ids(layer)).containsExactly("A", "B");
        assertThat(layer.features().get(0).number("Population")).hasValue(11);
        assertThat(layer.report().counts()).isEqualTo(new ImportReport.Counts(2, 2, 0, 0, 2));
        assertThat(warnings(layer.report())).contains("population-missing");
    }

    @Test
    void rejectsASecondRowForOneKey() throws IOException {
        ImportedLayer layer = read(csv("Code,Population\nA,10\nA,11\n,12\n"), LayerKind.POPULATION);
        assertThat(rejections(layer.report())).containsOnly(Map.entry("key-repeated", 1L), Map.entry("no-key", 1L));
    }

    @Test
    void namesTheColumnsWhenARoleNamesNoneOfThem() throws IOException {
        ImportRefused refused = refusal(
                ImportRequest.of(csv("a,b\n1,2\n"), LayerKind.POPULATION).withRole(Role.KEY, "Code"));
        assertThat(refused.code()).isEqualTo("column-missing");
        assertThat(refused.what()).contains("\"Code\"", "a, b");
        assertThat(refusal(csv("a,b\n1,2\n"), LayerKind.PLACES).code()).isEqualTo("role-missing");
    }

    @Test
    void keepsMonthsAsMonthsAndLeavesOutUnreadableDates() throws IOException {
        ImportedLayer layer =
                read(csv("date;lon;lat\n2022-03;1;2\n31/12/2021 23:15;1;2\n7;1;2\nsoon;1;2\n"), LayerKind.INCIDENTS);
        assertThat(layer.features().stream().map(f -> f.text("date").orElse("-")))
                .containsExactly("2022-03", "2021-12-31T23:15", "--07", "-");
        assertThat(changes(layer.report())).isEqualTo(Map.of("date-unreadable", 1L));
        assertThat(warnings(layer.report())).contains("dates-coarse");
    }

    @Test
    void keepsIdenticalIncidentsApart() throws IOException {
        ImportedLayer layer = read(csv("month,lon,lat\n1,2,3\n1,2,3\n"), LayerKind.INCIDENTS);
        assertThat(ids(layer)).containsExactly("1", "2");
    }

    @Test
    void streamsInOrderAndTellsTheRolesFirst() throws IOException {
        List<String> seen = new ArrayList<>();
        ImportReport report = LayerImport.stream(
                ImportRequest.of(csv("type,lon,lat\na,1,2\nb,3,4\n"), LayerKind.INCIDENTS), new FeatureSink() {
                    @Override
                    public void begin(FieldRoles roles) {
                        seen.add("roles " + roles.find(Role.CATEGORY).orElse("?"));
                    }

                    @Override
                    public void accept(Feature feature) {
                        seen.add(feature.text("type").orElse("?"));
                    }
                });
        assertThat(seen).containsExactly("roles type", "a", "b");
        assertThat(report.counts().imported()).isEqualTo(2);
    }

    @Test
    void stopsAtAQuoteThatNeverCloses() throws IOException {
        Path file = csv("name,lon,lat\n\"" + "x,y\n".repeat(5_000));
        ImportRefused refused = refusal(ImportRequest.of(file, LayerKind.PLACES)
                .within(Limits.usual().with(Limit.ATTRIBUTE_CHARACTERS, 1_000)));
        assertThat(refused.code()).isEqualTo("limit-passed");
    }

    @Test
    void namesHeadersThatRepeatOrAreBlank() throws IOException {
        ImportedLayer layer = read(csv("a,a,,lon,lat\n1,2,3,4,5\n"), LayerKind.PLACES);
        assertThat(layer.report().fields()).containsExactly("a", "a_2", "column_3", "lon", "lat");
        assertThat(warnings(layer.report())).contains("name-repeated");
    }
}
