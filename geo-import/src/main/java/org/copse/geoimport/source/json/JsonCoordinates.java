package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.Malformed;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The value of a GeoJSON {@code coordinates} member, whatever its shape: positions as {@code double[]}, arrays as lists.
 *
 * <p>Read before the geometry's type is known, since the type may stand after it.
 */
final class JsonCoordinates {
    private final JsonParser parser;
    private final Limits limits;
    private final String where;
    private long vertices;

    private JsonCoordinates(JsonParser parser, Limits limits, String where) {
        this.parser = parser;
        this.limits = limits;
        this.where = where;
    }

    /**
     * Reads the value at the parser's current token, to its end.
     *
     * @return {@code double[]}, a list of values of this method, or {@link Malformed}
     */
    static Object read(JsonParser parser, Limits limits, String where) {
        return new JsonCoordinates(parser, limits, where).value();
    }

    private Object value() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_ARRAY) {
            String found = describe(token);
            parser.skipChildren();
            return new Malformed(
                    RejectionCode.COORDINATES_MALFORMED, "an array was wanted in the coordinates, not " + found);
        }
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return list();
        }
        return position(first);
    }

    private Object list() {
        List<Object> values = new ArrayList<>();
        Malformed wrong = null;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value();
            if (value instanceof Malformed malformed) {
                wrong = wrong == null ? malformed : wrong;
            } else {
                values.add(value);
            }
        }
        return wrong == null ? values : wrong;
    }

    private Object position(JsonToken first) {
        double[] numbers = new double[4];
        int count = 0;
        Malformed wrong = null;
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                double number = parser.getDoubleValue();
                if (!Double.isFinite(number)) {
                    wrong = new Malformed(
                            RejectionCode.COORDINATE_NOT_A_NUMBER,
                            "a coordinate is too large: " + shorten(parser.getString()));
                }
                if (count < numbers.length) {
                    numbers[count] = number;
                }
                count++;
            } else {
                boolean nested = token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
                wrong = new Malformed(
                        nested ? RejectionCode.COORDINATES_MALFORMED : RejectionCode.COORDINATE_NOT_A_NUMBER,
                        "a position holds " + describe(token));
                parser.skipChildren();
            }
        }
        limits.check(Limit.VERTICES_PER_GEOMETRY, ++vertices, where);
        if (wrong != null) {
            return wrong;
        }
        return java.util.Arrays.copyOf(numbers, Math.min(count, numbers.length));
    }

    private String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text \"" + shorten(parser.getString()) + "\"";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shorten(parser.getString());
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            default -> "nothing";
        };
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
