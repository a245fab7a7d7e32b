package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

class GeoPackageImportTest {
    @TempDir
    Path folder;

    private Path geoPackage(int srs, String... layers) throws SQLException {
        Path file = folder.resolve("layers with space.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER)");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                    + " organization_coordsys_id INTEGER, definition TEXT)");
            sql.execute(
                    "INSERT INTO gpkg_spatial_ref_sys VALUES (31370, 'EPSG', 31370, '-'), (-1, 'NONE', -1, 'undefined')");
            for (String layer : layers) {
                sql.execute("INSERT INTO gpkg_contents VALUES ('" + layer + "', 'features', " + srs + ")");
                sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + layer + "', 'geom', " + srs + ")");
                sql.execute("CREATE TABLE \"" + layer
                        + "\" (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, open BOOLEAN, size REAL)");
                insert(connection, layer, point(srs, 149_000, 170_000), "A");
                insert(connection, layer, new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0, 1, 2, 3}, "B");
                insert(connection, layer, null, "C");
            }
        }
        return file;
    }

    private static void insert(Connection connection, String layer, byte @Nullable [] blob, String code)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO \"" + layer + "\" (geom, code, open, size) VALUES (?, ?, 1, 2.5)")) {
            row.setBytes(1, blob);
            row.setString(2, code);
            row.executeUpdate();
        }
    }

    private static byte[] point(int srs, double x, double y) {
        byte[] wkb = new WKBWriter().write(new GeometryFactory().createPoint(new Coordinate(x, y)));
        return ByteBuffer.allocate(8 + wkb.length)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 0)
                .putInt(srs)
                .put(wkb)
                .array();
    }

    @Test
    void readsFeaturesWithTypesAndRejectsBrokenGeometries() throws SQLException {
        ImportedLayer layer = read(geoPackage(31370, "stations"), LayerKind.BASES);
        assertThat(ids(layer)).containsExactly("A");
        Feature station = layer.features().get(0);
        assertThat(station.geometry().getCoordinate().x).isCloseTo(4.3545547, within(1e-6));
        assertThat(station.attributes()).containsEntry("open", true).containsEntry("size", 2.5);
        assertThat(rejections(layer.report()))
                .containsOnly(Map.entry("coordinates-malformed", 1L), Map.entry("no-geometry", 1L));
        assertThat(layer.report().layer()).isEqualTo("stations");
    }

    @Test
    void asksWhichLayerAndReadsTheOneNamed() throws SQLException {
        Path file = geoPackage(31370, "north", "south");
        assertThat(refusal(file, LayerKind.BASES).what()).contains("north, south");
        assertThat(LayerImport.read(ImportRequest.of(file, LayerKind.BASES).ofLayer("south"))
                        .features())
                .hasSize(1);
        assertThat(refusal(ImportRequest.of(file, LayerKind.BASES).ofLayer("west"))
                        .code())
                .isEqualTo("layer-missing");
    }

    @Test
    void refusesMetresOfUndefinedCrs() throws SQLException {
        assertThat(refusal(geoPackage(-1, "stations"), LayerKind.BASES).code()).isEqualTo("crs-missing");
    }

    @Test
    void refusesADataBaseOfAnotherKindAndADamagedOne() throws SQLException, IOException {
        Path other = folder.resolve("other.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE t (a)");
        }
        assertThat(refusal(other, LayerKind.BASES).code()).isEqualTo("unknown-format");
        byte[] damaged = Files.readAllBytes(geoPackage(31370, "stations"));
        for (int i = 100; i < damaged.length; i++) {
            damaged[i] = (byte) (i * 31);
        }
        Path broken = Files.write(folder.resolve("broken.gpkg"), damaged);
        assertThat(refusal(broken, LayerKind.BASES).code()).isEqualTo("broken-file");
    }
}
