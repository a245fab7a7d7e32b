package org.copse.geoimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer: a geometry in WGS 84 (longitude, latitude) and attributes.
 *
 * <p>Attribute values are {@link String}, {@link Long}, {@link Double} (finite) or {@link Boolean}; an attribute that
 * has no value is absent. Compared by identity, since geometries have no useful equality.
 */
public final class Feature {
    private final String id;
    private final long row;
    private final Geometry geometry;
    private final Map<String, Object> attributes;

    /**
     * @param id identifies the feature within its layer; not blank
     * @param row number of the feature in its file, from 1
     * @param geometry longitude and latitude in degrees; empty in a table
     * @param attributes values by column, in the order of the file
     */
    public Feature(String id, long row, Geometry geometry, Map<String, Object> attributes) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("feature in row " + row + " has a blank id");
        }
        if (row < 1) {
            throw new IllegalArgumentException("row " + row + " is below 1");
        }
        this.id = id;
        this.row = row;
        this.geometry = geometry;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns what identifies the feature within its layer. */
    public String id() {
        return id;
    }

    /** Returns the number of the feature in its file, from 1. */
    public long row() {
        return row;
    }

    /** Returns longitude and latitude in degrees; an empty geometry in a table. Not to be changed. */
    public Geometry geometry() {
        return geometry;
    }

    /** Returns the values by column, in the order of the file; absent where there is none. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Returns the value of {@code column} as text, or empty when it is absent. */
    public Optional<String> text(String column) {
        return Optional.ofNullable(attributes.get(column)).map(Object::toString);
    }

    /** Returns the value of {@code column} as a finite number, or empty when it is absent or no number. */
    public OptionalDouble number(String column) {
        Object value = attributes.get(column);
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value instanceof String text) {
            return parseNumber(text);
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble parseNumber(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns this feature with {@code values} added to its attributes; a value that is there already is replaced. */
    public Feature withAttributes(Map<String, Object> values) {
        Map<String, Object> merged = new LinkedHashMap<>(attributes);
        merged.putAll(values);
        return new Feature(id, row, geometry, merged);
    }

    @Override
    public String toString() {
        return "Feature " + id + " (row " + row + ", " + geometry.getGeometryType() + ")";
    }
}
