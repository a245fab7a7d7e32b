package org.copse.samplemaps.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature to write: values in the order of the file's columns, and its shape in local metres.
 *
 * @param values text, whole numbers, decimal numbers
 */
public record Row(Map<String, Object> values, Geometry shape) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns a value as text. */
    public String text(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column " + column + " among " + values.keySet());
        }
        return value.toString();
    }

    /** Returns a row from names and values in turn. */
    public static Row of(Geometry shape, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Row(values, shape);
    }
}
