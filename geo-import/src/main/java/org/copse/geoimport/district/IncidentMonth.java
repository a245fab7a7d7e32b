package org.copse.geoimport.district;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The months that incidents fall in, from dates as files write them. */
final class IncidentMonth {
    private static final int REMEMBERED = 20_000;
    private static final int UNDATED = Integer.MIN_VALUE;
    private static final int FIRST_MONTH_WITH_YEAR = 12 * 1000;
    private static final DateTimeFormatter DAY_FIRST = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendPattern("[/][.][-]")
            .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendPattern("[/][.][-]")
            .appendValue(ChronoField.YEAR, 4)
            .toFormatter(Locale.ROOT);

    private final Map<String, Integer> remembered = new HashMap<>();
    private final TreeSet<Integer> months = new TreeSet<>();
    private long undated;

    /** Takes one date: a day, an instant, a year and month, or the number of a month. */
    void add(String text) {
        Integer month = remembered.get(text);
        if (month == null) {
            month = parse(text.strip());
            if (remembered.size() < REMEMBERED) {
                remembered.put(text, month);
            }
        }
        if (month == UNDATED) {
            undated++;
        } else {
            months.add(month);
        }
    }

    /** Takes an incident without a date. */
    void addUndated() {
        undated++;
    }

    long undated() {
        return undated;
    }

    /**
     * Returns how many months the incidents cover: from the first month to the last where the years are known, else
     * the months that occur; 0 when no incident has a date.
     */
    int count() {
        if (months.isEmpty()) {
            return 0;
        }
        return months.first() >= FIRST_MONTH_WITH_YEAR ? months.last() - months.first() + 1 : months.size();
    }

    /** Returns how {@link #count} came about, in words. */
    String how() {
        if (months.isEmpty()) {
            return "no incident has a date";
        }
        if (months.first() >= FIRST_MONTH_WITH_YEAR) {
            return "from " + shown(months.first()) + " to " + shown(months.last());
        }
        return "months of a year that occur, years not stated";
    }

    private static String shown(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).toString();
    }

    private static int parse(String text) {
        if (text.matches("\\d{1,2}(\\.0)?")) {
            int month = (int) Double.parseDouble(text);
            return month >= 1 && month <= 12 ? month : UNDATED;
        }
        if (text.matches("\\d{4}-\\d{2}.*")) {
            return withYear(text.substring(0, 7), DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT));
        }
        if (text.matches("\\d{6}|\\d{8}")) {
            return withYear(text.substring(0, 6), DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT));
        }
        String day = List.of(text.split("[ T]", 2)).get(0);
        try {
            return number(YearMonth.from(LocalDate.parse(day, DAY_FIRST)));
        } catch (DateTimeParseException e) {
            return UNDATED;
        }
    }

    private static int withYear(String text, DateTimeFormatter format) {
        try {
            return number(YearMonth.parse(text, format));
        } catch (DateTimeParseException e) {
            return UNDATED;
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
