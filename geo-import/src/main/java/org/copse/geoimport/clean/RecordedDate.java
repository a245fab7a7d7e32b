package org.copse.geoimport.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precisely as it was recorded. A month stays a month; it does not become its first day.
 *
 * @param precision what is known
 * @param text in ISO 8601: {@code 2022}, {@code 2022-01}, {@code 2022-01-15}, {@code 2022-01-15T14:30}; and
 *     {@code --01} for a month of an unknown year
 * @param hour of the day, 0..23, where recorded
 */
public record RecordedDate(Precision precision, String text, OptionalInt hour) {

    /** What is known of a date. */
    public enum Precision {
        /** The month, but not of which year. */
        MONTH_OF_UNKNOWN_YEAR,
        /** The year. */
        YEAR,
        /** The month. */
        MONTH,
        /** The day. */
        DAY,
        /** The day and the hour. */
        TIME
    }

    private static final Pattern MONTH_ALONE = Pattern.compile("0?([1-9]|1[0-2])(?:\\.0)?");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern YEAR_MONTH = Pattern.compile("((?:19|20)[0-9]{2})[-/.]?(0[1-9]|1[0-2])");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("((?:19|20)[0-9]{2})([-/.]?)([0-9]{2})\\2([0-9]{2})(?:[T ]+([0-9]{1,2}):([0-9]{2}).*)?");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "([0-9]{1,2})([-/.])([0-9]{1,2})\\2((?:19|20)[0-9]{2})(?:[T ]+([0-9]{1,2})[:h]([0-9]{2}).*)?");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    /**
     * Returns the date that {@code text} means, or empty when it means none. Days come before months where the year is
     * last, as in Europe; where that is impossible, after.
     */
    public static Optional<RecordedDate> parse(String text) {
        String plain = text.strip();
        Matcher month = MONTH_ALONE.matcher(plain);
        if (month.matches()) {
            return of(Precision.MONTH_OF_UNKNOWN_YEAR, "--" + two(Integer.parseInt(month.group(1))));
        }
        if (YEAR.matcher(plain).matches()) {
            return of(Precision.YEAR, plain);
        }
        Matcher yearMonth = YEAR_MONTH.matcher(plain);
        if (yearMonth.matches()) {
            return of(Precision.MONTH, yearMonth.group(1) + "-" + yearMonth.group(2));
        }
        try {
            return day(plain);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecordedDate> day(String plain) {
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            LocalDate day =
                    LocalDate.parse(yearFirst.group(1) + "-" + yearFirst.group(3) + "-" + yearFirst.group(4), STRICT);
            return timed(day, yearFirst.group(5), yearFirst.group(6));
        }
        Matcher dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.matches()) {
            int first = Integer.parseInt(dayFirst.group(1));
            int second = Integer.parseInt(dayFirst.group(3));
            int year = Integer.parseInt(dayFirst.group(4));
            boolean monthFirst = second > 12;
            LocalDate day = LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first);
            return timed(day, dayFirst.group(5), dayFirst.group(6));
        }
        return Optional.empty();
    }

    @SuppressWarnings("NullAway")
    private static Optional<RecordedDate> timed(LocalDate day, String hour, String minute) {
        if (hour == null || Integer.parseInt(hour) > 23 || Integer.parseInt(minute) > 59) {
            return of(Precision.DAY, day.toString());
        }
        int number = Integer.parseInt(hour);
        return Optional.of(
                new RecordedDate(Precision.TIME, day + "T" + two(number) + ":" + minute, OptionalInt.of(number)));
    }

    private static Optional<RecordedDate> of(Precision precision, String text) {
        return Optional.of(new RecordedDate(precision, text, OptionalInt.empty()));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** Returns the month of the year, 1..12, or empty where only the year is known. */
    public OptionalInt month() {
        return precision == Precision.YEAR
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text.startsWith("--") ? text.substring(2) : text.substring(5, 7)));
    }

    /** Returns the month with its year, or empty where one of them is not known. */
    public Optional<YearMonth> yearMonth() {
        return text.startsWith("--") || precision == Precision.YEAR
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(text.substring(0, 4)), Month.of(month().orElseThrow())));
    }
}
