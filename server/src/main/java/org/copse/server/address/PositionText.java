package org.copse.server.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.address.Gazetteer.Near;

/** Reads a position as people write it: decimal, with commas, or in degrees, minutes and seconds. */
final class PositionText {
    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,20})?";
    private static final String ANGLE = "([+-]?" + NUMBER + ")\\s*[°º]?\\s*(?:(" + NUMBER + ")\\s*['′’]\\s*)?(?:("
            + NUMBER + ")\\s*(?:[\"″”]|'')\\s*)?";
    private static final Pattern LETTERS_BEHIND = Pattern.compile(ANGLE + "([NSEWOZ])[\\s,;/]*" + ANGLE + "([NSEWOZ])");
    private static final Pattern LETTERS_BEFORE =
            Pattern.compile("([NSEWOZ])\\s*" + ANGLE + "[\\s,;/]*([NSEWOZ])\\s*" + ANGLE);
    private static final Pattern SIGNS = Pattern.compile(ANGLE + "[\\s,;/]+" + ANGLE);
    private static final Pattern FOUR = Pattern.compile("([+-]?\\d{1,9}),(\\d{1,20}),\\s*([+-]?\\d{1,9}),(\\d{1,20})");
    private static final Pattern WHOLE_NUMBERS = Pattern.compile("\\d{1,6}\\s+\\d{1,6}|\\d{1,6}/\\d{1,6}");
    private static final int SIXTY = 60;

    private PositionText() {}

    /**
     * Returns the position in WGS 84 that a text means; empty for a text that means none. Without letters the latitude comes first, as map
     * applications show it. "O" is west in French and east in Dutch and German; "Z" is south in Dutch.
     *
     * @param language of the reader
     */
    static Optional<Near> find(String text, String language) {
        String plain = normalised(text);
        Matcher four = FOUR.matcher(plain);
        if (four.matches()) {
            return position(number(four.group(1) + "." + four.group(2)), number(four.group(3) + "." + four.group(4)));
        }
        if (WHOLE_NUMBERS.matcher(plain).matches()) {
            return Optional.empty();
        }
        String dotted = withDots(plain);
        Matcher behind = LETTERS_BEHIND.matcher(dotted);
        if (behind.matches()) {
            return lettered(angle(behind, 1), behind.group(4), angle(behind, 5), behind.group(8), language);
        }
        Matcher before = LETTERS_BEFORE.matcher(dotted);
        if (before.matches()) {
            return lettered(angle(before, 2), before.group(1), angle(before, 6), before.group(5), language);
        }
        Matcher signs = SIGNS.matcher(dotted);
        return signs.matches() ? position(angle(signs, 1), angle(signs, 4)) : Optional.empty();
    }

    private static String normalised(String text) {
        StringBuilder plain = new StringBuilder();
        text.strip().toUpperCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if ("\u200e\u200f\u061c".indexOf(c) < 0) {
                plain.appendCodePoint(c == '٫' ? '.' : c == '،' || c == '؛' ? ';' : c == '−' || c == '–' ? '-' : c);
            }
        });
        return plain.toString().replaceAll("\\s+", " ");
    }

    /** Turns decimal commas into dots; a comma followed by a blank, or between whole numbers, parts the two values. */
    private static String withDots(String text) {
        boolean comma = Pattern.compile("\\d,\\d").matcher(text).find();
        boolean dot = Pattern.compile("\\d\\.\\d").matcher(text).find();
        boolean decimalCommas =
                comma && !dot && text.chars().filter(c -> c == ',').count() > 1;
        boolean oneCommaAndBlank = Pattern.compile("^[+-]?\\d+,\\d+[°º]?\\s*[NSEWOZ]?[\\s;/]+[+-]?\\d")
                .matcher(text)
                .find();
        return decimalCommas || oneCommaAndBlank ? text.replaceAll("(\\d),(\\d)", "$1.$2") : text;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static double angle(Matcher match, int at) {
        double degrees = number(match.group(at));
        double minutes = match.group(at + 1) == null ? 0 : number(match.group(at + 1));
        double seconds = match.group(at + 2) == null ? 0 : number(match.group(at + 2));
        if (minutes >= SIXTY || seconds >= SIXTY) {
            return Double.NaN;
        }
        double size = Math.abs(degrees) + minutes / SIXTY + seconds / (SIXTY * SIXTY);
        return match.group(at).startsWith("-") ? -size : size;
    }

    private static Optional<Near> lettered(
            double first, String firstLetter, double second, String secondLetter, String language) {
        boolean firstIsLatitude = isLatitude(firstLetter);
        if (firstIsLatitude == isLatitude(secondLetter)) {
            return Optional.empty();
        }
        double a = first * sign(firstLetter, language);
        double b = second * sign(secondLetter, language);
        return firstIsLatitude ? position(a, b) : position(b, a);
    }

    private static boolean isLatitude(String letter) {
        return "NSZ".contains(letter);
    }

    private static int sign(String letter, String language) {
        return switch (letter) {
            case "S", "Z", "W" -> -1;
            case "O" -> language.equals("fr") ? -1 : 1;
            default -> 1;
        };
    }

    private static Optional<Near> position(double lat, double lon) {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Near(lon, lat)) : Optional.empty();
    }
}
