package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which grids are proposed for a table whose positions are no degrees and that says nothing of its CRS. */
class GridsProposedTest {
    @TempDir
    Path folder;

    private ImportRequest table(String... lines) throws IOException {
        return ImportRequest.of(
                new ImportFixture(folder).text("t.csv", String.join("\n", lines) + "\n"), LayerKind.PLACES);
    }

    @Test
    void proposesWebMercatorAndTheDistrictsZone() throws IOException {
        LonLatBox brussels = new LonLatBox(4.2, 50.7, 4.6, 51.0);
        ImportRequest mercator = table("name;x;y", "a;484230,5;6594110,2", "b;484530,1;6594310,9");
        assertThat(Objects.requireNonNull(LayerPreview.of(mercator).crs()).alternatives())
                .extracting(LayerPreview.CrsAlternative::code)
                .contains("EPSG:3857");
        ImportReport report = LayerImport.read(mercator.inDistrict(brussels)).report();
        assertThat(report.crs().code()).isEqualTo("EPSG:3857");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rechtswert|Hochwert|32565000,50|5934000,25|EPSG:4647|9.98|53.55",
                "Ostwert|Nordwert|33392000,0|5820000,0|EPSG:5650|13.4|52.52",
                "E|N|32356000,0|5645000,0|EPSG:4647|6.95|50.94"
            })
    void readsZonesBeforeTheEasting(String x, String y, String east, String north, String crs, double lon, double lat)
            throws IOException {
        ImportRequest request = table("Name;" + x + ";" + y, "a;" + east + ";" + north, "b;" + east + ";" + north);
        ImportedLayer layer = LayerImport.read(request);
        assertThat(layer.report().crs().code()).isEqualTo(crs);
        assertThat(layer.features().get(0).geometry().getCoordinate().x).isCloseTo(lon, within(0.02));
        assertThat(layer.features().get(0).geometry().getCoordinate().y).isCloseTo(lat, within(0.02));
    }

    /** Positions in feet, as PROJ gives them, in a file that says nothing of its CRS. */
    @ParameterizedTest
    @CsvSource({
        "-77.03,38.9,EPSG:2248,1303795.57,449164.88",
        "-73.97,40.75,EPSG:2263,992562.19,212523.31",
        "-87.65,41.85,EPSG:3435,1170424.77,1888670.84",
        "-122.33,47.6,EPSG:2285,1271188.78,222452.29",
        "-118.25,34.05,EPSG:2229,6485936.67,1840672.32",
        "-122.42,37.77,EPSG:2227,6006747.12,2108528.92",
        "-75.16,39.95,EPSG:2272,2694545.21,235290.90",
        "-71.06,42.36,EPSG:2249,775086.49,2956519.89",
        "-112.07,33.45,EPSG:2223,653231.99,891292.25",
        "-122.68,45.52,EPSG:2269,7643409.38,683217.12",
        "-83.05,42.33,EPSG:2253,13479369.84,305260.06",
        "-80.0,32.8,EPSG:2273,2307261.80,353207.92",
        "-95.37,29.76,EPSG:2278,3120040.18,13841753.50",
        "-111.89,40.76,EPSG:2280,1532378.20,3436531.43",
        "-104.99,39.74,EPSG:2232,3143422.54,1694827.34"
    })
    void proposesStatePlaneInFeet(double lon, double lat, String crs, double x, double y) throws IOException {
        ImportRequest request = points(x, y);
        assertThat(refusal(request).reason()).isEqualTo(RefusalCode.CRS_MISSING);
        assertThat(Objects.requireNonNull(LayerPreview.of(request).crs()).alternatives())
                .filteredOn(other -> other.code().equals(crs) && !other.swapAxes())
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.lonLat().west()).isCloseTo(lon, within(1e-4));
                    assertThat(other.lonLat().south()).isCloseTo(lat, within(1e-4));
                });
    }

    @Test
    void offersBothFeetWhereAStateUsesBoth() throws IOException {
        assertThat(Objects.requireNonNull(
                                LayerPreview.of(points(1_531_000, 7_440_000)).crs())
                        .alternatives())
                .extracting(LayerPreview.CrsAlternative::code)
                .contains("EPSG:2281", "EPSG:3566");
    }

    private ImportRequest points(double x, double y) throws IOException {
        return table(
                "name,x,y",
                String.format(Locale.ROOT, "a,%.1f,%.1f", x, y),
                String.format(Locale.ROOT, "b,%.1f,%.1f", x + 10, y + 10));
    }
}
