package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Expected positions were computed with PROJ 9 (gdaltransform). */
class CrsImportTest {
    private static final String GEOGCS_BELGE_1972 = "GEOGCS[\"GCS_Belge_1972\",DATUM[\"D_Belge_1972\","
            + "SPHEROID[\"International_1924\",6378388.0,297.0]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String LAMBERT_72 = "PROJCS[\"Belge_Lambert_1972\"," + GEOGCS_BELGE_1972
            + ",PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",150000.013],"
            + "PARAMETER[\"False_Northing\",5400088.438],PARAMETER[\"Central_Meridian\",4.36748666666667],"
            + "PARAMETER[\"Standard_Parallel_1\",51.1666672333333],PARAMETER[\"Standard_Parallel_2\",49.8333339],"
            + "PARAMETER[\"Latitude_Of_Origin\",90.0],UNIT[\"Meter\",1.0]]";
    private static final String LONG_ISLAND_FEET = "PROJCS[\"NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet\","
            + "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\","
            + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],"
            + "PARAMETER[\"False_Easting\",984250.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",-74.0],PARAMETER[\"Standard_Parallel_1\",41.0333333333333],"
            + "PARAMETER[\"Standard_Parallel_2\",40.6666666666667],PARAMETER[\"Latitude_Of_Origin\",40.1666666666667],"
            + "UNIT[\"US survey foot\",0.304800609601219]]";

    @TempDir
    Path folder;

    private ImportedLayer table(String crs, double x, double y) throws IOException {
        Path file = new ImportFixture(folder).text("t.csv", "name;x;y\na;" + x + ";" + y + "\n");
        return LayerImport.read(ImportRequest.of(file, LayerKind.PLACES).inCrs(crs));
    }

    private ImportedLayer shapes(String prj, double x, double y) throws IOException {
        Map<String, byte[]> parts = new ShapefileFixture()
                .polygon("A", "x", new double[] {x, y, x, y + 10, x + 10, y + 10, x, y})
                .parts();
        parts.put("my layer/units.prj", prj.getBytes(StandardCharsets.US_ASCII));
        return ImportFixture.read(new ImportFixture(folder).zip("l.zip", parts), LayerKind.UNITS);
    }

    private static void assertAt(ImportedLayer layer, double lon, double lat, double within) {
        Coordinate found = layer.features().get(0).geometry().getCoordinates()[0];
        assertThat(found.x).isCloseTo(lon, within(within));
        assertThat(found.y).isCloseTo(lat, within(within));
    }

    @Test
    void agreesWithProjToCentimetres() throws IOException {
        assertAt(table("EPSG:31370", 149_000, 170_000), 4.35455470545, 50.8404105071, 1e-6);
        assertAt(table("EPSG:3812", 649_000, 670_000), 4.35455903735, 50.8404078788, 1e-6);
        assertAt(table("EPSG:2154", 652_000, 6_862_000), 2.34581195869, 48.8562481410, 1e-6);
        assertAt(table("EPSG:28992", 121_000, 487_000), 4.88797076483, 52.3698262098, 1e-6);
        assertAt(table("32631", 500_000, 5_640_000), 3.0, 50.9116490178, 1e-6);
    }

    @Test
    void identifiesBelgianLambertByItsPrj() throws IOException {
        ImportedLayer layer = shapes(LAMBERT_72, 149_000, 170_000);
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:31370");
        assertAt(layer, 4.35455470545, 50.8404105071, 1e-6);
    }

    @Test
    void readsUsSurveyFeetByTheirParameters() throws IOException {
        ImportedLayer layer = shapes(LONG_ISLAND_FEET, 987_000, 200_000);
        assertThat(layer.report().crs().how()).contains("EPSG:4269");
        assertAt(layer, -73.9900799312, 40.7156300707, 1e-5);
    }

    @Test
    void doesNotTakeANameForAProjectionThatDiffers() throws IOException {
        ImportedLayer layer = shapes(LAMBERT_72.replace("150000.013", "250000.013"), 249_000, 170_000);
        assertThat(layer.report().crs().code()).isEmpty();
        assertThat(layer.report().crs().how()).contains("EPSG:4313");
        assertAt(layer, 4.35455470545, 50.8404105071, 1e-5);
    }

    @Test
    void saysWhenTheDatumIsNotKnown() throws IOException {
        ImportedLayer layer = shapes(LAMBERT_72.replace("_1972", "_of_our_own"), 149_000, 170_000);
        assertThat(warnings(layer.report())).contains("crs-accuracy");
        assertThat(layer.report().crs().accuracyMetres()).isNull();
    }

    @Test
    void putsLongitudeFirstWhateverThePrjSaysOfAxes() throws IOException {
        String latitudeFirst = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AXIS[\"Latitude\",NORTH],"
                + "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]";
        assertAt(shapes(latitudeFirst, 4.5, 50.5), 4.5, 50.5, 1e-9);
    }

    @Test
    void refusesACrsThatIsNotKnown() throws IOException {
        Path file = new ImportFixture(folder).text("t.csv", "name;x;y\na;1;2\n");
        ImportRefused refused = refusal(ImportRequest.of(file, LayerKind.PLACES).inCrs("EPSG:999999"));
        assertThat(refused.code()).isEqualTo("crs-unknown");
        assertThat(refused.what()).contains("EPSG:999999");
    }

    @Test
    void warnsWhenTheCrsStatedIsNotTheFiles() throws IOException {
        Path file = new ImportFixture(folder)
                .text(
                        "p.geojson",
                        "{\"type\":\"Feature\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3812\"}},"
                                + "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[149000,170000]}}");
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(file, LayerKind.PLACES).inCrs("EPSG:31370"));
        assertThat(warnings(layer.report())).contains("crs-contradicted");
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:31370");
    }
}
