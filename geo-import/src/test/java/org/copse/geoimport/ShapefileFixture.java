package org.copse.geoimport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the parts of small Shapefiles, faulty ones too. */
@SuppressWarnings("ByteBufferBackingArray") // every buffer here is allocated whole
final class ShapefileFixture {
    static final String BRITISH_GRID =
            "PROJCS[\"British_National_Grid\",GEOGCS[\"GCS_OSGB_1936\",DATUM[\"D_OSGB_1936\","
                    + "SPHEROID[\"Airy_1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",400000.0],PARAMETER[\"False_Northing\",-100000.0],"
                    + "PARAMETER[\"Central_Meridian\",-2.0],PARAMETER[\"Scale_Factor\",0.999601272],"
                    + "PARAMETER[\"Latitude_Of_Origin\",49.0],UNIT[\"Meter\",1.0]]";

    private final List<byte[]> records = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private Charset charset = StandardCharsets.ISO_8859_1;
    private int language;

    ShapefileFixture in(Charset tableCharset, int languageByte) {
        charset = tableCharset;
        language = languageByte;
        return this;
    }

    /** Adds a polygon; rings as x, y, x, y, …, clockwise outlines and counter-clockwise holes. */
    ShapefileFixture polygon(String id, String name, double[]... rings) {
        int points = 0;
        for (double[] ring : rings) {
            points += ring.length / 2;
        }
        ByteBuffer content = little(44 + 4 * rings.length + 16 * points)
                .putInt(5)
                .putDouble(0)
                .putDouble(0)
                .putDouble(0)
                .putDouble(0)
                .putInt(rings.length)
                .putInt(points);
        int start = 0;
        for (double[] ring : rings) {
            content.putInt(start);
            start += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double c : ring) {
                content.putDouble(c);
            }
        }
        return record(id, name, content.array());
    }

    ShapefileFixture nullShape(String id, String name) {
        return record(id, name, little(4).putInt(0).array());
    }

    /** Adds a record with any content. */
    ShapefileFixture record(String id, String name, byte[] content) {
        records.add(content);
        rows.add(new String[] {id, name});
        return this;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(100).putInt(0, 9994);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        out.writeBytes(header.array());
        for (int i = 0; i < records.size(); i++) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(records.get(i).length / 2)
                    .array());
            out.writeBytes(records.get(i));
        }
        return out.toByteArray();
    }

    /** A table of ID C(8), NAME C(20) and POP N(6). POP is 10 times the row, and asterisks in the second row. */
    byte[] dbf() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header =
                little(32).put(0, (byte) 3).put(2, (byte) 1).put(3, (byte) 1).putInt(4, rows.size());
        header.putShort(8, (short) (32 + 3 * 32 + 1)).putShort(10, (short) 35).put(29, (byte) language);
        out.writeBytes(header.array());
        field(out, "ID", 'C', 8);
        field(out, "NAME", 'C', 20);
        field(out, "POP", 'N', 6);
        out.write(0x0d);
        for (int i = 0; i < rows.size(); i++) {
            out.write(' ');
            pad(out, rows.get(i)[0], 8);
            pad(out, rows.get(i)[1], 20);
            pad(out, i == 1 ? "******" : String.valueOf(10 * (i + 1)), 6);
        }
        return out.toByteArray();
    }

    private void field(ByteArrayOutputStream out, String name, char type, int length) {
        ByteBuffer field = ByteBuffer.allocate(32).put(name.getBytes(charset));
        out.writeBytes(field.put(11, (byte) type).put(16, (byte) length).array());
    }

    private void pad(ByteArrayOutputStream out, String text, int length) {
        byte[] bytes = text.getBytes(charset);
        out.writeBytes(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, length)));
        for (int i = bytes.length; i < length; i++) {
            out.write(' ');
        }
    }

    /** Returns the parts by extension, for a zip, under one name in a folder with a space. */
    Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("my layer/units.shp", shp());
        parts.put("my layer/units.dbf", dbf());
        parts.put("my layer/units.prj", BRITISH_GRID.getBytes(StandardCharsets.ISO_8859_1));
        return parts;
    }
}
