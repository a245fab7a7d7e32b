package org.copse.samplemaps.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The attribute table of a Shapefile, dBASE III, in UTF-8. */
final class DbaseTable {

    private static final int NAME_BYTES = 10;

    private record Column(String name, char type, int width, int decimals) {}

    private DbaseTable() {}

    static byte[] of(List<Row> rows) {
        List<Column> columns = columns(rows);
        int recordBytes = 1 + columns.stream().mapToInt(Column::width).sum();
        int headerBytes = 33 + 32 * columns.size();
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
        header.putInt(rows.size()).putShort((short) headerBytes).putShort((short) recordBytes);
        int at = 32;
        for (Column column : columns) {
            header.position(at);
            header.put(column.name.getBytes(StandardCharsets.US_ASCII));
            header.put(at + 11, (byte) column.type);
            header.put(at + 16, (byte) column.width);
            header.put(at + 17, (byte) column.decimals);
            at += 32;
        }
        header.put(at, (byte) 0x0D);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        for (Row row : rows) {
            out.write(' ');
            columns.forEach(column -> out.writeBytes(cell(row, column)));
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    private static List<Column> columns(List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        rows.get(0).values().forEach((name, value) -> {
            if (name.length() > NAME_BYTES) {
                throw new IllegalArgumentException("column " + name + " is longer than " + NAME_BYTES + " characters");
            }
            boolean number = value instanceof Number;
            int decimals = value instanceof Double ? 1 : 0;
            int width = rows.stream()
                    .mapToInt(row -> bytes(row, name, decimals).length)
                    .max()
                    .orElse(1);
            columns.add(new Column(name, number ? 'N' : 'C', width, decimals));
        });
        return columns;
    }

    private static byte[] cell(Row row, Column column) {
        byte[] text = bytes(row, column.name, column.decimals);
        byte[] cell = new byte[column.width];
        Arrays.fill(cell, (byte) ' ');
        int start = column.type == 'N' ? cell.length - text.length : 0;
        System.arraycopy(text, 0, cell, start, text.length);
        return cell;
    }

    private static byte[] bytes(Row row, String name, int decimals) {
        Object value = row.values().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        String text = decimals > 0 ? String.format(Locale.ROOT, "%." + decimals + "f", value) : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
