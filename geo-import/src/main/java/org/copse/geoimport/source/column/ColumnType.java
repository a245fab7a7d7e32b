package org.copse.geoimport.source.column;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of a text column are, so that a number is a number and "007" stays what it is. */
public enum ColumnType {
    TEXT {
        @Override
        @Nullable
        public Object parse(String text) {
            return null;
        }
    },
    WHOLE {
        @Override
        @Nullable
        public Object parse(String text) {
            return WHOLE_NUMBER.matcher(text).matches() ? (Object) Long.valueOf(text) : null;
        }
    },
    DECIMAL {
        @Override
        @Nullable
        public Object parse(String text) {
            return DECIMAL_NUMBER.matcher(text).matches() ? finite(text) : null;
        }
    },
    DECIMAL_COMMA {
        @Override
        @Nullable
        public Object parse(String text) {
            return COMMA_NUMBER.matcher(text).matches() ? finite(text.replace(',', '.')) : null;
        }
    },
    /** Every value with its sign: a number of hundredths, as it stands there. */
    PERCENT {
        @Override
        @Nullable
        public Object parse(String text) {
            return PERCENT_NUMBER.matcher(text).matches()
                    ? finite(text.substring(0, text.length() - 1).strip().replace(',', '.'))
                    : null;
        }
    };

    // No leading zeros and no plus sign: those are codes and telephone numbers.
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,200})?(?:\\.[0-9]{0,200})?(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,200})(?:,[0-9]{1,200})?");

    private static final Pattern PERCENT_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,17})(?:[.,][0-9]{1,200})?[ \u00a0\u202f]?%");

    /** Returns the value of {@code text}, or null when it is none of this type. */
    public abstract @Nullable Object parse(String text);

    private static @Nullable Object finite(String text) {
        if (text.isEmpty() || text.equals("-") || text.equals(".")) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? (Object) number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the narrowest type that takes every one of {@code values}; text when there is none. */
    public static ColumnType of(List<String> values, boolean commaDelimited) {
        if (values.isEmpty()) {
            return TEXT;
        }
        for (ColumnType type : List.of(WHOLE, DECIMAL, DECIMAL_COMMA, PERCENT)) {
            boolean allowed = type != DECIMAL_COMMA || !commaDelimited;
            if (allowed && values.stream().allMatch(value -> type.parse(value) != null)) {
                return type;
            }
        }
        return TEXT;
    }
}
