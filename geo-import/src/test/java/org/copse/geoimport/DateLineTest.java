package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DateLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((179 0, -179 0, -179 1, 179 1, 179 0))      | POLYGON ((179 0, 181 0, 181 1, 179 1, 179 0))",
                "POLYGON ((181 0, 182 0, 182 1, 181 1, 181 0))        | POLYGON ((-179 0, -178 0, -178 1, -179 1, -179 0))",
                "MULTIPOINT ((179 0), (-179 0))                       | MULTIPOINT ((179 0), (181 0))",
                "POLYGON ((-170 0, 170 0, 170 1, 0 1, -170 0))        | POLYGON ((-170 0, 170 0, 170 1, 0 1, -170 0))",
                "POLYGON ((-180 -90, 180 -90, 180 90, -180 -90))      | POLYGON ((-180 -90, 180 -90, 180 90, -180 -90))",
                "POLYGON ((-74 40, -73 40, -73 41, -74 40))           | POLYGON ((-74 40, -73 40, -73 41, -74 40))",
                "POINT EMPTY                                          | POINT EMPTY"
            })
    void whatLiesOnBothSidesGoesOnBeyond180(String given, String placed) throws ParseException {
        assertThat(DateLine.placed(wkt(given), false).toText())
                .isEqualTo(wkt(placed).toText());
    }

    @Test
    void anExtentGoesOverTheLineOnlyWhereAllOfItIsNear() throws ParseException {
        assertThat(LonLatExtent.of(List.of(wkt("POINT (179 0)"), wkt("POINT (-178 1)"))))
                .isEqualTo(new Envelope(179, 182, 0, 1));
        assertThat(LonLatExtent.of(List.of(wkt("POINT (179 0)"), wkt("POINT (-178 1)"), wkt("POINT (5 1)"))))
                .isEqualTo(new Envelope(-178, 179, 0, 1));
        assertThat(LonLatExtent.of(List.of(wkt("POINT (-179 0)"), wkt("POINT (-178 1)"))))
                .isEqualTo(new Envelope(-179, -178, 0, 1));
        assertThat(LonLatExtent.of(List.of()).isNull()).isTrue();
    }

    @Test
    void boxesAreNearTheShorterWayAround() {
        LonLatBox taveuni = new LonLatBox(179.5, -17, 180.5, -16);
        assertThat(taveuni.degreesTo(new LonLatBox(-179.6, -17, -179, -16))).isZero();
        assertThat(taveuni.degreesTo(new LonLatBox(-178.5, -17, -178, -16))).isEqualTo(1);
        assertThat(new LonLatBox(-179.6, -17, -179, -16).meets(taveuni)).isTrue();
    }

    @Test
    void incidentsOfADistrictOnTheLineGoOnWithIt() throws IOException {
        ImportRequest request = ImportRequest.of(
                        new ImportFixture(folder)
                                .text(
                                        "t.csv",
                                        "lon,lat,category\n179.99,-16.8,theft\n-179.99,-16.8,theft\n180.01,-16.8,theft\n"),
                        LayerKind.INCIDENTS)
                .inDistrict(new LonLatBox(179.9, -17, 180.1, -16.5));
        assertThat(LayerImport.read(request).features())
                .extracting(feature -> feature.geometry().getCoordinate().x)
                .containsExactly(179.99, 180.01, 180.01);
    }

    @Test
    void positionsFarBeyondTheLineAreStillRefused() throws IOException {
        ImportRequest request = ImportRequest.of(
                new ImportFixture(folder).text("t.csv", "lon,lat,category\n286,40.7,theft\n286.1,40.8,theft\n"),
                LayerKind.INCIDENTS);
        assertThat(refusal(request).reason()).isEqualTo(RefusalCode.CRS_MISSING);
    }

    /** New York and London, and one position that is none, or that is said from the other side. */
    @ParameterizedTest
    @CsvSource({"286,2,off-the-globe", "585000,2,off-the-globe", "185,3,", "180.0000001,3,"})
    void oneOutlierMovesNoOther(String lon, int taken, String rejected) throws IOException {
        String file = "lon,lat,category\n-74,40.7,theft\n-0.12,51.5,theft\n" + lon + ",40.7,theft\n";
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(new ImportFixture(folder).text("t.csv", file), LayerKind.INCIDENTS)
                        .inCrs("EPSG:4326"));
        assertThat(layer.features())
                .hasSize(taken)
                .extracting(feature -> feature.geometry().getCoordinate().x)
                .startsWith(-74.0, -0.12);
        assertThat(rejections(layer.report()).keySet()).isEqualTo(rejected == null ? Set.of() : Set.of(rejected));
        // What is turned is said.
        assertThat(layer.report().changes())
                .extracting(change -> change.code() + " " + change.count())
                .isEqualTo(rejected == null ? List.of("longitude-turned 1") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "179.9,180.1,true",
        "181,182,true",
        "-74,185,false",
        "-74,286,false",
        "170,286,false",
        "-180,180.0033,false",
        "179,180,false"
    })
    void aBoxIsBeyondTheLineOnlyWhereAllOfItIsNear(double west, double east, boolean beyond) {
        assertThat(new LonLatBox(west, 40, east, 41).isBeyondDateLine()).isEqualTo(beyond);
    }

    @Test
    void onlyWhatIsNearTheLineGoesOnBeyondIt() throws ParseException {
        assertThat(DateLine.placed(wkt("POINT (-0.12 51.5)"), true)).isEqualTo(wkt("POINT (-0.12 51.5)"));
        assertThat(DateLine.placed(wkt("POINT (-150 0)"), true)).isEqualTo(wkt("POINT (210 0)"));
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
