package org.copse.geoimport.source.shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.TextEncoding;
import org.jspecify.annotations.Nullable;

/** One row of a .dbf table, decoded on demand from bytes that the next row overwrites. */
final class DbfRow {
    private static final byte DELETED = '*';

    private final byte[] bytes;
    private final List<DbfField> fields;
    private final Charset charset;

    DbfRow(byte[] bytes, List<DbfField> fields, Charset charset) {
        this.bytes = bytes;
        this.fields = fields;
        this.charset = charset;
    }

    boolean deleted() {
        return bytes[0] == DELETED;
    }

    /** Returns the values that are there; what cannot be read is told to {@code changes}. */
    Map<String, Object> values(Set<ChangeCode> changes, SourceSink sink) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (DbfField field : fields) {
            Object value =
                    switch (field.type()) {
                        case 'N', 'F' -> number(field, changes);
                        case 'L' -> truth(field);
                        case 'D' -> day(field);
                        case 'I', '+' ->
                            field.length() == 4 ? (Object) (long) binary(field).getInt() : null;
                        case 'O', 'B' ->
                            field.length() == 8 ? finite(binary(field).getDouble(), changes) : null;
                        case 'M', 'G', 'P', 'T', '@', 'Y' -> null;
                        default -> text(field, sink);
                    };
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private ByteBuffer binary(DbfField field) {
        return ByteBuffer.wrap(bytes, field.offset(), field.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private @Nullable Object text(DbfField field, SourceSink sink) {
        int length = field.length();
        // Programs fill a column with spaces or with zeros.
        while (length > 0 && (bytes[field.offset() + length - 1] == ' ' || bytes[field.offset() + length - 1] == 0)) {
            length--;
        }
        if (length == 0) {
            return null;
        }
        String text;
        try {
            text = TextEncoding.decodeStrictly(bytes, field.offset(), length, charset);
        } catch (CharacterCodingException e) {
            sink.warnCounted(WarningCode.VALUES_ODD, "values that are not all " + charset.name());
            text = new String(bytes, field.offset(), length, charset);
        }
        String stripped = text.replace("\u0000", "").strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private String ascii(DbfField field) {
        return new String(bytes, field.offset(), field.length(), StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    private @Nullable Object number(DbfField field, Set<ChangeCode> changes) {
        String text = ascii(field);
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.replace(',', '.').replaceFirst("^\\+", "");
        try {
            if (field.decimals() == 0 && plain.matches("-?[0-9]{1,18}")) {
                return Long.valueOf(plain);
            }
            if (plain.matches("-?[0-9.]+([eE][-+]?[0-9]{1,3})?")) {
                return finite(Double.parseDouble(plain), changes);
            }
        } catch (NumberFormatException e) {
            changes.add(ChangeCode.VALUE_LEFT_OUT);
            return null;
        }
        changes.add(ChangeCode.VALUE_LEFT_OUT);
        return null;
    }

    private static @Nullable Object finite(double number, Set<ChangeCode> changes) {
        if (Double.isFinite(number)) {
            return number;
        }
        changes.add(ChangeCode.VALUE_LEFT_OUT);
        return null;
    }

    private @Nullable Object truth(DbfField field) {
        return switch (ascii(field)) {
            case "T", "t", "Y", "y" -> true;
            case "F", "f", "N", "n" -> false;
            default -> null;
        };
    }

    private @Nullable Object day(DbfField field) {
        String text = ascii(field);
        if (text.matches("[0-9]{8}") && !text.equals("00000000")) {
            return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
        }
        return text.isEmpty() || text.equals("00000000") ? null : text;
    }
}
