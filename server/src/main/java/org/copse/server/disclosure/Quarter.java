package org.copse.server.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Three months of the calendar.
 *
 * @param number 1..4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final Pattern KEY = Pattern.compile("(\\d{4})-Q([1-4])");

    /** Checks the number. */
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("quarter " + number + " of a year: give 1 to 4");
        }
    }

    /** Returns the quarter of a key such as {@code 2025-Q2}. */
    public static Optional<Quarter> find(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    static Quarter of(YearMonth month) {
        return new Quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
    }

    /** Returns the key, such as {@code 2025-Q2}. */
    public String key() {
        return String.format(Locale.ROOT, "%04d-Q%d", year, number);
    }

    /** Returns its three months. */
    List<YearMonth> months() {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(month -> YearMonth.of(year, 3 * number - 2 + month))
                .toList();
    }

    /** Returns its first day. */
    public LocalDate first() {
        return months().get(0).atDay(1);
    }

    /** Returns its last day. */
    public LocalDate last() {
        return months().get(2).atEndOfMonth();
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }
}
