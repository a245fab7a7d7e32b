package org.copse.samplemaps.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.contents.Contents;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.geopackage.srs.SpatialReferenceSystem;
import mil.nga.sf.GeometryType;
import mil.nga.sf.wkb.GeometryReader;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/** Writes one layer of polygons in EPSG:31370 as a GeoPackage. */
public final class GeoPackageFile {

    private static final long LAMBERT_72 = 31370;
    private static final Instant STAMP = Instant.parse("2026-01-01T00:00:00Z");

    private GeoPackageFile() {}

    /** Writes the rows, replacing the file. */
    public static void write(Path file, String table, List<Row> rows) throws IOException {
        Files.deleteIfExists(file);
        GeoPackageManager.create(file.toFile());
        try (GeoPackage target = GeoPackageManager.open(file.toFile())) {
            try {
                fill(target, table, rows);
            } catch (java.sql.SQLException e) {
                throw new IOException("cannot write " + file, e);
            }
        }
    }

    private static void fill(GeoPackage target, String table, List<Row> rows) throws java.sql.SQLException {
        SpatialReferenceSystem lambert = lambert72();
        target.getSpatialReferenceSystemDao().create(lambert);
        Envelope extent = new Envelope();
        rows.forEach(
                row -> extent.expandToInclude(Georeference.lambert(row.shape()).getEnvelopeInternal()));
        GeometryColumns geometry = new GeometryColumns();
        geometry.setTableName(table);
        geometry.setColumnName("geom");
        geometry.setGeometryType(GeometryType.MULTIPOLYGON);
        geometry.setZ((byte) 0);
        geometry.setM((byte) 0);
        geometry.setSrs(lambert);
        BoundingBox box = new BoundingBox(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
        target.createFeatureTable(FeatureTableMetadata.create(geometry, columns(rows.get(0)), box));
        FeatureDao layer = target.getFeatureDao(table);
        for (Row row : rows) {
            FeatureRow feature = layer.newRow();
            row.values().forEach(feature::setValue);
            feature.setGeometry(binary(row.shape()));
            layer.insert(feature);
        }
        Contents contents = target.getContentsDao().queryForId(table);
        contents.setLastChange(Date.from(STAMP));
        target.getContentsDao().update(contents);
    }

    private static SpatialReferenceSystem lambert72() {
        SpatialReferenceSystem lambert = new SpatialReferenceSystem();
        lambert.setSrsName("BD72 / Belgian Lambert 72");
        lambert.setSrsId(LAMBERT_72);
        lambert.setOrganization("EPSG");
        lambert.setOrganizationCoordsysId(LAMBERT_72);
        lambert.setDefinition(Lambert72.WKT);
        return lambert;
    }

    private static List<FeatureColumn> columns(Row row) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (Map.Entry<String, Object> value : row.values().entrySet()) {
            GeoPackageDataType type =
                    value.getValue() instanceof Number ? GeoPackageDataType.INTEGER : GeoPackageDataType.TEXT;
            columns.add(FeatureColumn.createColumn(value.getKey(), type));
        }
        return columns;
    }

    private static GeoPackageGeometryData binary(Geometry local) {
        Geometry placed = Georeference.lambert(local);
        Geometry multi = placed instanceof Polygon polygon
                ? new MultiPolygon(new Polygon[] {polygon}, placed.getFactory())
                : placed;
        try {
            return GeoPackageGeometryData.create(LAMBERT_72, GeometryReader.readGeometry(new WKBWriter().write(multi)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
