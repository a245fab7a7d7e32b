package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file of each kind, as an authority could have it; all of it invented. */
class LayerKindsTest {
    private static final String SQUARE = "POLYGON ((4 50, 4.01 50, 4.01 50.01, 4 50.01, 4 50))";

    @TempDir
    Path folder;

    private ImportRequest file(LayerKind kind, String... lines) throws IOException {
        return ImportRequest.of(new ImportFixture(folder).text("t.csv", String.join("\n", lines) + "\n"), kind);
    }

    private static ImportReport sums(ImportRequest request, int rows) {
        ImportReport report = LayerImport.read(request).report();
        ImportReport.Counts counts = report.counts();
        assertThat(counts.accepted() + counts.changed() + counts.rejected()).isEqualTo(rows);
        assertThat(report.rejections().stream()
                        .mapToLong(ImportReport.Rejection::count)
                        .sum())
                .isEqualTo(counts.rejected());
        return report;
    }

    @Test
    void unitsKeepAnUnknownPopulation() throws IOException {
        ImportRequest request = file(
                LayerKind.UNITS,
                "code;inwoners;wkt",
                "A;120;" + SQUARE,
                "B;onbekend;" + SQUARE.replace("4 ", "5 ").replace("4.01", "5.01"),
                "C;80;");
        ImportReport report = sums(request, 3);
        assertThat(rejections(report)).isEqualTo(Map.of("no-geometry", 1L));
        assertThat(warnings(report)).contains("population-missing");
        assertThat(LayerImport.read(request).features().get(1).number("inwoners"))
                .isEmpty();
    }

    @Test
    void populationTablesNeedAKeyOnceForEachRow() throws IOException {
        ImportReport report = sums(file(LayerKind.POPULATION, "Code;Population", "A;1200", "B;900", "B;901", ";5"), 4);
        assertThat(rejections(report)).isEqualTo(Map.of("key-repeated", 1L, "no-key", 1L));
        assertThat(refusal(file(LayerKind.POPULATION, "share;rate", "0.5;0.25")).code())
                .isEqualTo("role-missing");
    }

    @Test
    void placesOfWorshipFocalPlacesAndBasesAreNamedPlaces() throws IOException {
        for (LayerKind kind : new LayerKind[] {LayerKind.WORSHIP, LayerKind.PLACES, LayerKind.BASES}) {
            ImportReport report = sums(file(kind, "naam;soort;lon;lat", "Sint-Anna;x;4;50", "Zonder plaats;y;;"), 2);
            assertThat(report.roles()).containsEntry(Role.NAME, "naam");
            assertThat(report.counts().rejected()).isEqualTo(1);
        }
        assertThat(refusal(file(LayerKind.PLACES, "naam;soort", "School;x", "Markt;y"))
                        .code())
                .isEqualTo("role-missing");
    }

    @Test
    void incidentsKeepMonthsAsMonths() throws IOException {
        ImportRequest request =
                file(LayerKind.INCIDENTS, "month;crime_type;lon;lat", "2024-03;noise;4;50", "2024-04;noise;4;50");
        assertThat(warnings(sums(request, 2))).contains("dates-coarse");
        assertThat(LayerImport.read(request).features().get(0).attributes()).containsEntry("month", "2024-03");
    }

    @Test
    void contactPointsHaveHours() throws IOException {
        assertThat(sums(
                                file(
                                        LayerKind.CONTACT_POINTS,
                                        "name;address;opening_hours;lon;lat",
                                        "Kiosk;Market 1;Mo-Fr 09:00-12:00;4;50"),
                                1)
                        .roles())
                .containsEntry(Role.OPENING_HOURS, "opening_hours")
                .containsEntry(Role.ADDRESS, "address");
    }

    @Test
    void neighbourhoodsAreAreas() throws IOException {
        ImportReport report = sums(file(LayerKind.NEIGHBOURHOODS, "id;wkt", "N1;" + SQUARE, "N2;POINT (4 50)"), 2);
        assertThat(rejections(report)).isEqualTo(Map.of("geometry-wrong-for-kind", 1L));
    }

    @Test
    void barriersAreLinesAndCrossingsAnything() throws IOException {
        assertThat(rejections(sums(
                        file(LayerKind.BARRIERS, "id;wkt", "river;LINESTRING (4 50, 4.1 50)", "x;POINT (4 50)"), 2)))
                .isEqualTo(Map.of("geometry-wrong-for-kind", 1L));
        assertThat(sums(file(LayerKind.CROSSINGS, "id;wkt", "bridge;LINESTRING (4 50, 4 50.1)", "ford;POINT (4 50)"), 2)
                        .counts()
                        .accepted())
                .isEqualTo(2);
    }

    @Test
    void areasInForceHaveBeatsAndOfficers() throws IOException {
        ImportReport report =
                sums(file(LayerKind.AREAS_IN_FORCE, "beat_id;sector;officer;wkt", "B1;S1;Officer 12;" + SQUARE), 1);
        assertThat(report.roles())
                .containsEntry(Role.BEAT, "beat_id")
                .containsEntry(Role.SECTOR, "sector")
                .containsEntry(Role.OFFICER, "officer");
    }

    @Test
    void addressesOfBothSourcesAreReadAsTheyCome() throws IOException {
        assertThat(sums(
                                file(
                                        LayerKind.ADDRESSES,
                                        "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH",
                                        "4.5,50.5,12A,Rue Haute,,Ville,,,1000,,f0"),
                                1)
                        .counts()
                        .imported())
                .isEqualTo(1);
        assertThat(sums(
                                file(
                                        LayerKind.ADDRESSES,
                                        "EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,house_number,"
                                                + "municipality_name_fr,postcode,streetname_fr",
                                        "149000,170000,50.84041,4.35455,5,12,Bruxelles,1000,Rue Haute"),
                                1)
                        .crs()
                        .code())
                .isEqualTo("EPSG:4326");
        assertThat(refusal(file(LayerKind.ADDRESSES, "lon,lat,house_number", "4,50,7", "4,51,8"))
                        .code())
                .isEqualTo("role-missing");
    }

    @Test
    void surveysHaveQuestionNumberAndShare() throws IOException {
        assertThat(sums(file(LayerKind.SURVEYS, "area;question;n;share", "A;Safe at night?;140;0.61"), 1)
                        .roles())
                .containsEntry(Role.QUESTION, "question")
                .containsEntry(Role.SAMPLE_SIZE, "n")
                .containsEntry(Role.SHARE, "share");
        assertThat(refusal(file(LayerKind.SURVEYS, "area;question;n", "A;Safe?;140"))
                        .code())
                .isEqualTo("role-missing");
    }
}
