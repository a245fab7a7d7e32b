package org.copse.geoimport.source.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;

/** Decodes the attributes of FlatGeobuf features: the number of a column, then its value, as often as there are values. */
final class FlatGeobufRow {

    /**
     * A column.
     *
     * @param type of {@link ColumnType}
     */
    record Field(String name, int type) {}

    private final List<Field> fields;
    private final Limits limits;

    FlatGeobufRow(List<Field> fields, Limits limits) {
        this.fields = List.copyOf(fields);
        this.limits = limits;
    }

    /**
     * Returns the values that are there.
     *
     * @param changes told of values that are no numbers
     * @throws RuntimeException when the bytes break the format
     */
    Map<String, Object> values(Feature feature, Set<ChangeCode> changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        ByteBuffer bytes = feature.propertiesAsByteBuffer();
        if (bytes == null) {
            return values;
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 2) {
            Field field = fields.get(bytes.getShort() & 0xffff);
            Object value = value(field.type(), bytes, changes);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(int type, ByteBuffer bytes, Set<ChangeCode> changes) {
        return switch (type) {
            case ColumnType.Byte -> (long) bytes.get();
            case ColumnType.UByte -> bytes.get() & 0xffL;
            case ColumnType.Bool -> bytes.get() != 0;
            case ColumnType.Short -> (long) bytes.getShort();
            case ColumnType.UShort -> bytes.getShort() & 0xffffL;
            case ColumnType.Int -> (long) bytes.getInt();
            case ColumnType.UInt -> bytes.getInt() & 0xffffffffL;
            case ColumnType.Long -> bytes.getLong();
            case ColumnType.ULong -> unsigned(bytes.getLong());
            case ColumnType.Float -> finite(Double.parseDouble(Float.toString(bytes.getFloat())), changes);
            case ColumnType.Double -> finite(bytes.getDouble(), changes);
            case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(bytes);
            case ColumnType.Binary -> {
                skip(bytes);
                changes.add(ChangeCode.VALUE_LEFT_OUT);
                yield null;
            }
            default -> throw new IllegalArgumentException("column type " + type);
        };
    }

    /** A number beyond 63 bits is an identifier: kept as text. */
    private static Object unsigned(long bits) {
        return bits >= 0 ? (Object) bits : Long.toUnsignedString(bits);
    }

    private static @Nullable Object finite(double number, Set<ChangeCode> changes) {
        if (Double.isFinite(number)) {
            return number;
        }
        changes.add(ChangeCode.VALUE_LEFT_OUT);
        return null;
    }

    private static int length(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("a value claims " + length + " bytes");
        }
        return length;
    }

    private static void skip(ByteBuffer bytes) {
        int length = length(bytes);
        bytes.position(bytes.position() + length);
    }

    private @Nullable String text(ByteBuffer bytes) {
        int length = length(bytes);
        limits.check(Limit.ATTRIBUTE_CHARACTERS, length / 4, "an attribute of " + length + " bytes");
        byte[] text = new byte[length];
        bytes.get(text);
        String value =
                new String(text, StandardCharsets.UTF_8).replace("\u0000", "").strip();
        return value.isEmpty() ? null : value;
    }
}
