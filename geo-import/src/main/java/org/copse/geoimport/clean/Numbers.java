package org.copse.geoimport.clean;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them in tables. */
final class Numbers {
    private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(?:[,'’][0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern SPACED = Pattern.compile("-?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");

    private Numbers() {}

    /** Returns the finite number that {@code text} means, or empty: spaces and marks between thousands are taken away. */
    static OptionalDouble parse(String text) {
        String plain = text.strip();
        if (SPACED.matcher(plain).matches()) {
            plain = plain.replaceAll("[ \u00a0\u202f]", "");
        }
        if (THOUSANDS.matcher(plain).matches()) {
            plain = plain.replaceAll("[,'’]", "");
        } else if (COMMA.matcher(plain).matches()) {
            plain = plain.replace(',', '.');
        }
        if (plain.isEmpty() || (!Character.isDigit(plain.charAt(plain.length() - 1)) && !plain.endsWith("."))) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(plain);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns the finite number of an attribute's value, or empty. */
    static OptionalDouble of(Object value) {
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : parse(value.toString());
    }
}
