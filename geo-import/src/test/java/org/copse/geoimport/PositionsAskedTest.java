package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a layer lies, where its file leaves that open: axes swapped, feet called metres, positions that mean none. */
class PositionsAskedTest {
    @TempDir
    Path folder;

    private ImportRequest table(LayerKind kind, String... lines) throws IOException {
        return ImportRequest.of(new ImportFixture(folder).text("t.csv", String.join("\n", lines) + "\n"), kind);
    }

    private static List<Question> questions(ImportRequest request) {
        return LayerPreview.of(request).questions();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.0,0.0",
        "0.0000001,0",
        "-1,-1",
        "9999,9999",
        "-999,-999",
        "99,99",
        "999.9999,99.9999",
        "-88.888,88.888"
    })
    void refusesPositionsThatMeanNone(String lon, String lat) throws IOException {
        ImportRequest request = table(
                LayerKind.PLACES,
                "name,lon,lat",
                "a,4.35,50.84",
                "b," + lon + "," + lat,
                "c,4.36,50.85",
                "d,4.37,50.86");
        ImportReport report = LayerImport.read(request).report();
        assertThat(report.counts().imported()).isEqualTo(3);
        assertThat(rejections(report)).containsOnlyKeys("position-means-none");
    }

    @Test
    void takesNullIslandWhereTheDistrictIsThere() throws IOException {
        ImportRequest near = table(LayerKind.PLACES, "name,lon,lat", "a,0.01,0.02", "b,0,0", "c,-0.02,0.01");
        assertThat(LayerImport.read(near).features()).hasSize(3);
        ImportRequest stated = table(LayerKind.PLACES, "name,lon,lat", "a,4.35,50.84", "b,0,0")
                .inDistrict(new LonLatBox(-1, -1, 5, 51));
        assertThat(LayerImport.read(stated).features()).hasSize(2);
    }

    /** Cities of Europe, the Near East and America whose GeoJSON was written latitude first. */
    @ParameterizedTest
    @CsvSource({
        "4.35,50.85",
        "4.9,52.37",
        "5.12,52.09",
        "2.35,50.63",
        "-0.12,51.5",
        "-2.24,53.48",
        "-1.9,52.48",
        "9.99,53.55",
        "6.96,50.94",
        "12.57,55.68",
        "10.75,59.91",
        "13.4,52.52",
        "11.58,48.14",
        "14.42,50.08",
        "-74.0,40.71",
        "-71.06,42.36",
        "-77.04,38.9",
        "-58.38,-34.6",
        "77.2,28.6",
        "21.0,52.23",
        "19.04,47.5",
        "19.94,50.06",
        "23.73,37.98",
        "24.94,60.17",
        "22.27,60.45",
        "18.17,40.35",
        "-8.6,41.15",
        "-3.7,40.42",
        "-5.85,43.36",
        "-6.26,53.35",
        "-3.19,55.95",
        "-3.9,56.4",
        "-21.9,64.14",
        "-25.67,37.75",
        "6.13,49.6",
        "-0.58,44.84",
        "-43.2,-22.9",
        "-38.5,-12.97",
        "-4.0,5.3"
    })
    void asksWhetherAxesAreSwapped(double lon, double lat) throws IOException {
        ImportRequest swapped = square(lat, lon);
        assertThat(refusal(swapped).code()).isEqualTo("answer-needed");
        Question question = questions(swapped).get(0);
        assertThat(question.code()).isEqualTo("position");
        assertThat(question.answers().get(0).options()).isEqualTo("--crs EPSG:4326 --swap-axes");
        assertThat(LayerImport.read(swapped.read(
                                Reading.detected().inCrs("EPSG:4326").swapped(true)))
                        .features()
                        .get(0)
                        .geometry()
                        .getCentroid()
                        .getX())
                .isCloseTo(lon, within(0.02));
        assertThat(questions(swapped.inCrs("EPSG:4326"))).isEmpty();
        assertThat(questions(square(lon, lat))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.72,51.42",
        "-7.6,33.58",
        "31.2,30.05",
        "46.7,24.7",
        "36.3,33.5",
        "100.5,13.7",
        "151.2,-33.9",
        "39.7,-4.05",
        "45.3,2.04",
        "57.5,-20.2",
        "55.45,-4.62",
        "19.0,69.6",
        "54.0,12.6",
        "73.5,4.17",
        "58.8,20.3",
        "55.45,-4.6",
        "40.9,-2.27",
        "42.5,-0.36",
        "48.53,5.35",
        "49.87,7.98",
        "51.1,10.4",
        "45.0,12.8",
        "49.1,14.5",
        "52.2,16.2",
        "54.1,17.0",
        "58.4,23.6",
        "59.5,22.5",
        "60.6,25.3",
        "66.9,24.85",
        "68.97,22.24",
        "72.8,18.9",
        "37.2,19.6",
        "39.45,15.6",
        "38.05,24.1",
        "41.1,19.1",
        "42.0,16.75",
        "33.8,27.25",
        "47.1,17.5",
        "53.8,23.1",
        "45.6,20.5",
        "-5.7,-15.95",
        "6.6,0.3",
        "8.78,3.75",
        "13.2,-8.8",
        "-12.3,-37.07",
        "63.4,-19.7",
        "39.2,-6.16",
        "39.9,-7.8",
        "40.3,-10.3"
    })
    void doesNotAskOfAFileThatLiesRight(double lon, double lat) throws IOException {
        assertThat(questions(square(lon, lat))).isEmpty();
    }

    private ImportRequest square(double x, double y, String crs) throws IOException {
        double side = crs.isEmpty() ? 0.001 : 300;
        String member = crs.isEmpty() ? "" : "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}},";
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            double west = x + i * side;
            features.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"Feature\",\"properties\":{\"CODE\":\"c%d\",\"POP\":%d},\"geometry\":{\"type\":\"Polygon\","
                                    + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                            i,
                            500 + i,
                            west,
                            y,
                            west + side,
                            y,
                            west + side,
                            y + side,
                            west,
                            y));
        }
        return ImportRequest.of(
                new ImportFixture(folder)
                        .text(
                                "s.geojson",
                                "{\"type\":\"FeatureCollection\"," + member + "\"features\":[" + features + "]}"),
                LayerKind.UNITS);
    }

    @Test
    void asksWhereFeetWereCalledMetres() throws IOException {
        // Washington in feet of Maryland's State Plane; the file says metres of the same, which lie 900 km off in the
        // sea.
        ImportRequest request = square(1_304_000, 454_000, "EPSG:26985");
        assertThat(refusal(request).code()).isEqualTo("answer-needed");
        Question question = questions(request).get(0);
        assertThat(question.values()).containsEntry("why", "land");
        assertThat(question.answers().get(0).choice()).containsEntry("crs", "EPSG:2248");
    }

    /** Southern Europe and the Maghreb, latitude first, and places in Africa that they fall on, longitude first: both can be. */
    @ParameterizedTest
    @CsvSource({
        "12.5,41.9",
        "-3.7,37.2",
        "2.17,41.39",
        "-7.6,33.58",
        "3.05,36.75",
        "10.18,36.8",
        "39.67,-4.05",
        "45.34,2.04"
    })
    void namesTheSwapWhereNothingTells(double lon, double lat) throws IOException {
        for (ImportRequest request : List.of(square(lon, lat), square(lat, lon))) {
            LayerPreview preview = LayerPreview.of(request);
            assertThat(preview.questions()).isEmpty();
            LayerPreview.CrsChoice crs = Objects.requireNonNull(preview.crs());
            assertThat(crs.certain()).isFalse();
            assertThat(crs.alternatives())
                    .filteredOn(LayerPreview.CrsAlternative::swapAxes)
                    .singleElement()
                    .satisfies(swap -> assertThat(swap.lonLat().west())
                            .isCloseTo(Objects.requireNonNull(crs.lonLat()).south(), within(1e-9)));
        }
    }

    @Test
    void namesNoSwapWhereADistrictTells() throws IOException {
        ImportRequest rome = square(12.5, 41.9).inDistrict(new LonLatBox(12.2, 41.6, 12.8, 42.1));
        assertThat(Objects.requireNonNull(LayerPreview.of(rome).crs()).certain())
                .isTrue();
    }

    private ImportRequest square(double x, double y) throws IOException {
        return square(x, y, "");
    }
}
