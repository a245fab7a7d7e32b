package org.copse.geoimport.source.column;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Longitudes and latitudes as people write them: degrees, degrees and minutes, or degrees, minutes and seconds, with a letter before or
 * behind, as the look-up of a resident's position takes them. "O" is east in Dutch and German and west in French; a column tells by its
 * other letters or its header, and is left as text where neither does.
 */
public final class AngleText {
    private static final String NUMBER = "[0-9]{1,3}(?:[.,][0-9]{1,20})?";
    private static final Pattern ANGLE = Pattern.compile("([NSEWOZ])?\\s*([+-])?(" + NUMBER
            + ")\\s*([°º˚D]|DEG|\\s)?\\s*" + "(?:(" + NUMBER + ")\\s*(?:['′’´M]|MIN|\\s)?\\s*)?(?:(" + NUMBER
            + ")\\s*(?:[\"″”“S]|''|′′|’’|SEC)?\\s*)?([NSEWOZ])?");
    private static final Pattern EASTERN = Pattern.compile(".*(lang|laeng|leng|ost|oost|osten|oosten).*");
    private static final Pattern HEADER =
            Pattern.compile("(?:.*[^\\p{L}])?(?:lat|lon|lng|breit|lang|laeng|leng|breed|عرض|طول).*|[xy]");
    private static final Pattern CODE = Pattern.compile("\\p{L}?\\s?[0-9]+(?:[.,][0-9]{1,2})?\\s?\\p{L}?");
    private static final double NEARLY_ALL = 0.9;
    private static final int LONGEST = 40;

    /** What "O" stands for: 1 for east, −1 for west, 0 where that is not known. */
    private final int signOfO;

    private AngleText(int signOfO) {
        this.signOfO = signOfO;
    }

    /** Returns the reader of a column of angles, or empty where its values are none. */
    public static Optional<AngleText> of(String header, List<String> values) {
        boolean east = values.stream().anyMatch(value -> letter(value) == 'E');
        boolean west = values.stream().anyMatch(value -> letter(value) == 'W');
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        int o = east == west ? (EASTERN.matcher(plain).matches() ? 1 : 0) : east ? -1 : 1;
        AngleText angles = new AngleText(o);
        long read =
                values.stream().filter(value -> angles.parse(value).isPresent()).count();
        boolean said = HEADER.matcher(plain).matches() || values.stream().anyMatch(angles::isWrittenAsAngle);
        return said && read > 0 && read >= NEARLY_ALL * values.size() ? Optional.of(angles) : Optional.empty();
    }

    /** Whether there is more than a letter and a number, which is how beats and wards are named: "S01", "3W", "N1.1", "S1.10". */
    private boolean isWrittenAsAngle(String value) {
        return parse(value).isPresent() && !CODE.matcher(value.strip()).matches();
    }

    private static char letter(String value) {
        Matcher angle = matcher(value);
        if (angle == null || !angle.matches()) {
            return ' ';
        }
        String letter = angle.group(1) == null ? angle.group(7) : angle.group(1);
        return letter == null ? ' ' : letter.charAt(0);
    }

    @SuppressWarnings("NullAway") // a matcher, or none for what is too long
    private static Matcher matcher(String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        for (char c : value.strip().toUpperCase(Locale.ROOT).toCharArray()) {
            boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            plain.append(
                    digit
                            ? (char) ('0' + Character.digit(c, 10))
                            : c == '−' || c == '–' ? '-' : c == '٫' ? '.' : c == '\u00a0' || c == '\u202f' ? ' ' : c);
        }
        return ANGLE.matcher(plain.toString().replace("\u200e", "").replace("\u200f", ""));
    }

    /** Returns the degrees, south and west negative; empty where the text is no angle, or a plain number. */
    public OptionalDouble parse(String text) {
        Matcher angle = matcher(text);
        if (angle == null || !angle.matches()) {
            return OptionalDouble.empty();
        }
        String before = angle.group(1);
        String behind = angle.group(7);
        boolean plain = before == null
                && behind == null
                && (angle.group(4) == null || angle.group(4).isBlank());
        if (plain || (before != null && behind != null)) {
            return OptionalDouble.empty();
        }
        String letter = before == null ? behind : before;
        double minutes = part(angle.group(5));
        double seconds = part(angle.group(6));
        boolean broken = minutes >= 60 || seconds >= 60 || (letter != null && angle.group(2) != null);
        int sign = letter == null ? 1 : sign(letter.charAt(0));
        if (broken || sign == 0) {
            return OptionalDouble.empty();
        }
        double degrees = part(angle.group(3)) + minutes / 60 + seconds / 3600;
        return OptionalDouble.of(sign * ("-".equals(angle.group(2)) ? -degrees : degrees));
    }

    private int sign(char letter) {
        return switch (letter) {
            case 'N', 'E' -> 1;
            case 'S', 'Z', 'W' -> -1;
            default -> signOfO;
        };
    }

    private static double part(@org.jspecify.annotations.Nullable String number) {
        return number == null ? 0 : Double.parseDouble(number.replace(',', '.'));
    }
}
