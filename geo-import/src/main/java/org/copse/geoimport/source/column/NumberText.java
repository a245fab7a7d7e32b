package org.copse.geoimport.source.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it: thousands grouped by spaces, apostrophes, points or commas, by threes or as in India; a sign before or
 * behind; a currency or a percentage; the digits of Arabic.
 */
public final class NumberText {
    private static final String CURRENCY = "(?:[€$£¥₹﷼]|EUR|USD|GBP|CHF|MAD|kr\\.?|Fr\\.?|د\\.إ|د\\.م\\.?|ر\\.س)";
    private static final Pattern FRAME = Pattern.compile("(-)?\\s*" + CURRENCY
            + "?\\s*(-)?\\s*([0-9][0-9.,' ]*|[.,][0-9]+)\\s*([eE][-+]?[0-9]{1,3})?\\s*(-)?\\s*([%٪])?\\s*" + CURRENCY
            + "?(-)?");
    private static final Pattern GROUPED_BY_NEUTRAL = Pattern.compile(
            "([0-9]{1,3}(?:([' ])[0-9]{3})(?:\\2[0-9]{3})*|[0-9]{1,2}(?: [0-9]{2})* [0-9]{3})([.,][0-9]*)?");
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\\1[0-9]{3})*|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}");
    private static final Pattern CODE = Pattern.compile("0[0-9].*");
    private static final int LONGEST = 60;

    private NumberText() {}

    /** What a text says of the sign before fractions. */
    public enum Evidence {
        POINT,
        COMMA,
        /** One mark with three digits behind it: fractions or thousands. */
        OPEN_POINT,
        /** As above, with a comma. */
        OPEN_COMMA,
        /** A number without either. */
        NONE,
        /** No number. */
        NO_NUMBER
    }

    /** Returns what {@code text} says of the sign before fractions. */
    public static Evidence evidence(String text) {
        Matcher frame = frame(text);
        if (frame == null) {
            return Evidence.NO_NUMBER;
        }
        String digits = frame.group(3).strip();
        Matcher neutral = GROUPED_BY_NEUTRAL.matcher(digits);
        if (neutral.matches() && (neutral.group(2) != null || digits.indexOf(' ') >= 0)) {
            if (CODE.matcher(digits).matches()) {
                return Evidence.NO_NUMBER;
            }
            String rest = neutral.group(3);
            return rest == null ? Evidence.NONE : rest.startsWith(".") ? Evidence.POINT : Evidence.COMMA;
        }
        if (digits.indexOf(' ') >= 0 || digits.indexOf('\'') >= 0) {
            return Evidence.NO_NUMBER;
        }
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return CODE.matcher(digits).matches() ? Evidence.NO_NUMBER : Evidence.NONE;
        }
        char last = point > comma ? '.' : ',';
        int at = Math.max(point, comma);
        String before = digits.substring(0, at);
        if (before.indexOf(last) >= 0) {
            // The same mark twice stands between thousands.
            return GROUPED.matcher(digits).matches() ? other(last) : Evidence.NO_NUMBER;
        }
        if (point >= 0 && comma >= 0) {
            return GROUPED.matcher(before).matches() ? of(last) : Evidence.NO_NUMBER;
        }
        if (CODE.matcher(before).matches()) {
            return Evidence.NO_NUMBER;
        }
        if (GROUPED.matcher(digits).matches()) {
            return last == '.' ? Evidence.OPEN_POINT : Evidence.OPEN_COMMA;
        }
        return of(last);
    }

    private static Evidence of(char sign) {
        return sign == '.' ? Evidence.POINT : Evidence.COMMA;
    }

    private static Evidence other(char sign) {
        return sign == '.' ? Evidence.COMMA : Evidence.POINT;
    }

    private static @Nullable Matcher frame(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return null;
        }
        Matcher frame = FRAME.matcher(plain(text));
        if (!frame.matches()) {
            return null;
        }
        int signs = 0;
        for (int group : new int[] {1, 2, 5, 7}) {
            signs += frame.group(group) == null ? 0 : 1;
        }
        return signs > 1 ? null : frame;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.strip().toCharArray()) {
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else {
                plain.append(
                        switch (c) {
                            case '\u00a0', '\u202f', '\u2009', '\u2007' -> ' ';
                            case '’', 'ʼ', '´', '`', '٬' -> '\'';
                            case '٫' -> '.';
                            case '−', '–', '‑', '﹣', '－' -> '-';
                            case '\u200e', '\u200f', '\u061c' -> ' ';
                            default -> c;
                        });
            }
        }
        return plain.toString().strip();
    }

    /**
     * Returns the number, a {@link Long} where it is written without fractions, else a {@link Double}; null when it is none.
     *
     * @param decimal the sign before fractions where the text alone leaves it open, a point or a comma
     */
    public static @Nullable Object parse(String text, char decimal) {
        Evidence evidence = evidence(text);
        Matcher frame = frame(text);
        if (frame == null || evidence == Evidence.NO_NUMBER) {
            return null;
        }
        char sign =
                switch (evidence) {
                    case POINT -> '.';
                    case COMMA -> ',';
                    default -> decimal;
                };
        String digits = frame.group(3)
                .replaceAll("[' ]", "")
                .replace(sign == '.' ? "," : ".", "")
                .replace(',', '.');
        boolean negative =
                frame.group(1) != null || frame.group(2) != null || frame.group(5) != null || frame.group(7) != null;
        String exponent = frame.group(4) == null ? "" : frame.group(4);
        if (exponent.isEmpty() && digits.indexOf('.') < 0 && digits.length() <= 18) {
            long whole = Long.parseLong(digits);
            return negative ? -whole : whole;
        }
        double number = Double.parseDouble(digits + exponent);
        return Double.isFinite(number) ? (Object) (negative ? -number : number) : null;
    }
}
