package org.copse.geoimport.source.column;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a format that writes every value as text, in the order they were met, each with the narrowest type that
 * takes all of its values. Filled in a first pass, asked in a second.
 */
public final class TypedColumns {
    private static final List<ColumnType> NARROWEST_FIRST = List.of(ColumnType.WHOLE, ColumnType.DECIMAL);

    private final Set<String> keptAsText;
    private final Map<String, Set<ColumnType>> possible = new LinkedHashMap<>();

    /**
     * Begins with no column.
     *
     * @param keptAsText columns whose values stay as they are written
     */
    public TypedColumns(Set<String> keptAsText) {
        this.keptAsText = keptAsText;
    }

    /** Takes note of a value, not blank. */
    public void see(String column, String value) {
        Set<ColumnType> types = possible.computeIfAbsent(
                column, c -> keptAsText.contains(c) ? Set.of() : EnumSet.copyOf(NARROWEST_FIRST));
        if (!types.isEmpty()) {
            types.removeIf(type -> type.parse(value) == null);
        }
    }

    /** Returns the columns, in the order they were met. */
    public List<String> names() {
        return List.copyOf(possible.keySet());
    }

    /** Returns {@code value} as its column's type. */
    public Object typed(String column, String value) {
        for (ColumnType type : NARROWEST_FIRST) {
            if (possible.getOrDefault(column, Set.of()).contains(type)) {
                Object parsed = type.parse(value);
                return parsed == null ? value : parsed;
            }
        }
        return value;
    }
}
