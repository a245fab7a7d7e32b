package org.copse.samplemaps.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a zipped Shapefile of polygons in EPSG:31370: {@code .shp}, {@code .shx}, {@code .dbf}, {@code .prj} (in ESRI's
 * words, which name no EPSG code, as such files come) and {@code .cpg} (UTF-8).
 */
public final class ShapefileZip {

    private static final int POLYGON = 5;
    private static final int HEADER_BYTES = 100;
    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String PRJ = "PROJCS[\"Belge_Lambert_1972\",GEOGCS[\"GCS_Belge_1972\",DATUM[\"D_Belge_1972\","
            + "SPHEROID[\"International_1924\",6378388.0,297.0]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",150000.013],"
            + "PARAMETER[\"False_Northing\",5400088.438],PARAMETER[\"Central_Meridian\",4.367486666666666],"
            + "PARAMETER[\"Standard_Parallel_1\",49.8333339],PARAMETER[\"Standard_Parallel_2\",51.16666723333333],"
            + "PARAMETER[\"Latitude_Of_Origin\",90.0],UNIT[\"Meter\",1.0]]";

    private ShapefileZip() {}

    /** Writes the rows, polygons all, as {@code name.*} in one zip archive. */
    public static void write(Path file, String name, List<Row> rows) throws IOException {
        List<byte[]> records = new ArrayList<>();
        Envelope extent = new Envelope();
        for (Row row : rows) {
            Geometry shape = Georeference.lambert(row.shape());
            extent.expandToInclude(shape.getEnvelopeInternal());
            records.add(polygon(shape));
        }
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            entry(zip, name + ".shp", shapes(records, extent));
            entry(zip, name + ".shx", index(records, extent));
            entry(zip, name + ".dbf", DbaseTable.of(rows));
            entry(zip, name + ".prj", PRJ.getBytes(StandardCharsets.US_ASCII));
            entry(zip, name + ".cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] shapes(List<byte[]> records, Envelope extent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = HEADER_BYTES + records.stream().mapToInt(r -> r.length + 8).sum();
        out.writeBytes(header(length, extent));
        for (int i = 0; i < records.size(); i++) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(records.get(i).length / 2)
                    .array());
            out.writeBytes(records.get(i));
        }
        return out.toByteArray();
    }

    private static byte[] index(List<byte[]> records, Envelope extent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(HEADER_BYTES + 8 * records.size(), extent));
        int offset = HEADER_BYTES;
        for (byte[] shape : records) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(offset / 2)
                    .putInt(shape.length / 2)
                    .array());
            offset += shape.length + 8;
        }
        return out.toByteArray();
    }

    private static byte[] header(int fileBytes, Envelope extent) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(0, 9994).putInt(24, fileBytes / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, POLYGON);
        header.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
        header.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
        return header.array();
    }

    private static byte[] polygon(Geometry shape) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            rings.add(ring(part.getExteriorRing(), true));
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                rings.add(ring(part.getInteriorRingN(hole), false));
            }
        }
        int points = rings.stream().mapToInt(r -> r.length).sum();
        ByteBuffer out =
                ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        Envelope box = shape.getEnvelopeInternal();
        out.putInt(POLYGON)
                .putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
        out.putInt(rings.size()).putInt(points);
        int first = 0;
        for (Coordinate[] ring : rings) {
            out.putInt(first);
            first += ring.length;
        }
        rings.forEach(ring -> {
            for (Coordinate corner : ring) {
                out.putDouble(corner.x).putDouble(corner.y);
            }
        });
        return out.array();
    }

    /** Outer rings run clockwise in a Shapefile, holes against it. */
    private static Coordinate[] ring(LinearRing ring, boolean clockwise) {
        boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) == clockwise;
        return (turn ? ring.reverse() : ring).getCoordinates();
    }
}
