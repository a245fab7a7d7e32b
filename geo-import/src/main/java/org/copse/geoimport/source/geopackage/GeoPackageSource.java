package org.copse.geoimport.source.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.JDBC;

/** One table of a GeoPackage, read row by row; the data base is opened read-only and nothing of it is executed. */
public final class GeoPackageSource implements FeatureSource {

    /** A table that the GeoPackage lists. */
    private record Layer(String table, boolean features, @Nullable String geometryColumn, int srsId) {}

    private record Column(String name, boolean truth) {}

    private final Part part;
    private final Limits limits;
    private final Connection connection;
    private final Layer layer;
    private final List<String> others;
    private final List<Column> columns;
    private final DeclaredCrs crs;

    private GeoPackageSource(Part part, ImportRequest request, Connection connection) throws SQLException {
        this.part = part;
        this.limits = request.limits();
        this.connection = connection;
        List<Layer> layers = layers();
        this.layer = choose(layers, request);
        this.others = layers.stream()
                .map(Layer::table)
                .filter(table -> !table.equals(layer.table()))
                .toList();
        this.columns = columns();
        this.crs = crs();
    }

    /**
     * Opens a GeoPackage.
     *
     * @throws ImportRefused when it is a data base of another kind, damaged, or has several layers and none is named
     */
    @SuppressWarnings("MustBeClosed")
    public static GeoPackageSource open(Part part, ImportRequest request) throws IOException {
        String url = "jdbc:sqlite:file:" + part.path().toUri().getRawPath() + "?mode=ro&immutable=1";
        Connection connection = null;
        try {
            connection = JDBC.createConnection(url, new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
            }
            return new GeoPackageSource(part, request, connection);
        } catch (SQLException e) {
            close(connection);
            throw broken(part, e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection) throws IOException {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IOException("the GeoPackage cannot be closed", e);
        }
    }

    private static ImportRefused broken(Part part, SQLException e) {
        String why = String.valueOf(e.getMessage());
        boolean other = why.contains("no such table: gpkg_");
        return new ImportRefused(
                other ? RefusalCode.UNKNOWN_FORMAT : RefusalCode.BROKEN_FILE,
                part.name(),
                other
                        ? "the file is an SQLite data base, but no GeoPackage"
                        : "the GeoPackage is damaged: its data base cannot be read to the end");
    }

    private List<Layer> layers() throws SQLException {
        List<Layer> layers = new ArrayList<>();
        Map<String, Layer> geometries = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")) {
            while (rows.next()) {
                geometries.put(
                        rows.getString(1).toLowerCase(Locale.ROOT),
                        new Layer(rows.getString(1), true, rows.getString(2), rows.getInt(3)));
            }
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no such table")) {
                throw e;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, data_type FROM gpkg_contents"
                        + " WHERE data_type IN ('features', 'attributes', 'aspatial')")) {
            while (rows.next()) {
                String table = rows.getString(1);
                Layer geometry = geometries.get(table.toLowerCase(Locale.ROOT));
                boolean features = rows.getString(2).equals("features");
                layers.add(features && geometry != null ? geometry : new Layer(table, false, null, 0));
                limits.check(Limit.ARCHIVE_ENTRIES, layers.size(), part.name());
            }
        }
        return layers;
    }

    private Layer choose(List<Layer> layers, ImportRequest request) {
        if (request.layer().isPresent()) {
            String wanted = request.layer().get();
            return layers.stream()
                    .filter(candidate -> candidate.table().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new ImportRefused(
                                    RefusalCode.LAYER_MISSING,
                                    part.name(),
                                    "there is no layer \"" + wanted + "\"; the layers are " + names(layers))
                            .with("layer", wanted)
                            .with("layers", names(layers)));
        }
        List<Layer> features = layers.stream().filter(Layer::features).toList();
        List<Layer> fitting = features.isEmpty() ? layers : features;
        if (fitting.isEmpty()) {
            throw new ImportRefused(RefusalCode.NOTHING_USABLE, part.name(), "the GeoPackage lists no layers");
        }
        if (fitting.size() > 1) {
            throw ImportRefused.ambiguous(
                    part.name(),
                    "the GeoPackage has " + fitting.size() + " layers: " + names(fitting),
                    fitting.stream().map(Layer::table).toList());
        }
        return fitting.get(0);
    }

    private static String names(List<Layer> layers) {
        return String.join(", ", layers.stream().map(Layer::table).limit(20).toList());
    }

    private List<Column> columns() throws SQLException {
        List<Column> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
            statement.setString(1, layer.table());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (!name.equalsIgnoreCase(layer.geometryColumn())) {
                        found.add(new Column(name, "BOOLEAN".equalsIgnoreCase(rows.getString(2))));
                        limits.check(Limit.ATTRIBUTES, found.size(), part.name());
                    }
                }
            }
        }
        return found;
    }

    private DeclaredCrs crs() throws SQLException {
        if (!layer.features()) {
            return DeclaredCrs.missing("a table without shapes");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT organization, organization_coordsys_id,"
                + " definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            statement.setInt(1, layer.srsId());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return DeclaredCrs.missing("the layer, whose CRS " + layer.srsId() + " is not in the file");
                }
                String organization = Optional.ofNullable(rows.getString(1)).orElse("");
                String definition = Optional.ofNullable(rows.getString(3)).orElse("");
                if (organization.equalsIgnoreCase("EPSG") && rows.getInt(2) > 0) {
                    return DeclaredCrs.code("EPSG:" + rows.getInt(2), "the GeoPackage");
                }
                return definition.isBlank() || definition.equalsIgnoreCase("undefined")
                        ? DeclaredCrs.missing("the layer, which is marked as of undefined CRS,")
                        : DeclaredCrs.wkt(definition, "the GeoPackage");
            }
        }
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "GeoPackage",
                layer.table(),
                null,
                crs,
                columns.stream().map(Column::name).toList(),
                !layer.features());
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        if (!others.isEmpty()) {
            sink.warn(
                    WarningCode.OTHER_LAYERS,
                    "other tables of the GeoPackage were not read: "
                            + String.join(", ", others.stream().limit(20).toList()),
                    Map.of("layers", String.join(", ", others.stream().limit(20).toList())));
        }
        StringBuilder sql = new StringBuilder("SELECT ");
        columns.forEach(column -> sql.append(quoted(column.name())).append(", "));
        sql.append(layer.geometryColumn() == null ? "NULL" : quoted(layer.geometryColumn()));
        sql.append(" FROM ").append(quoted(layer.table()));
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.min(Integer.MAX_VALUE, limits.of(Limit.SECONDS)));
            try (ResultSet rows = statement.executeQuery(sql.toString())) {
                for (long number = 1; rows.next(); number++) {
                    limits.check(Limit.FEATURES, number, part.name());
                    part.deadline().check(part.name());
                    take(number, rows, sink);
                }
            }
        } catch (SQLException e) {
            throw broken(part, e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void take(long number, ResultSet row, SourceSink sink) throws SQLException {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = value(row.getObject(i + 1), columns.get(i), changes, number);
            if (value != null) {
                values.put(columns.get(i).name(), value);
            }
        }
        try {
            byte[] blob = layer.features() ? row.getBytes(columns.size() + 1) : null;
            limits.check(Limit.VERTICES_PER_GEOMETRY, blob == null ? 0 : blob.length / 24, part.name());
            Geometry geometry = blob == null
                    ? null
                    : GeoPackageGeometry.decode(blob, layer.srsId(), sink, limits, part.name() + ", row " + number);
            sink.take(new SourceFeature(number, null, geometry, values, changes));
        } catch (NotBuilt e) {
            sink.reject(number, e.reason().code(), e.reason().detail());
        }
    }

    private @Nullable Object value(@Nullable Object value, Column column, Set<ChangeCode> changes, long row) {
        if (value instanceof String text) {
            limits.check(Limit.ATTRIBUTE_CHARACTERS, text.length(), part.name() + ", row " + row);
            return text.isBlank() ? null : text;
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                changes.add(ChangeCode.VALUE_LEFT_OUT);
                return null;
            }
            return number;
        }
        if (value instanceof Number number) {
            return column.truth() ? (Object) (number.longValue() != 0) : (Object) number.longValue();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        close(connection);
    }
}
