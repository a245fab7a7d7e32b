package org.copse.geoimport.clean;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.DateOrder;

/**
 * A date as precisely as it was recorded. A month stays a month; it does not become its first day.
 *
 * @param precision what is known
 * @param text in ISO 8601: {@code 2022}, {@code 2022-Q1}, {@code 2022-01}, {@code 2022-W03}, {@code 2022-01-15},
 *     {@code 2022-01-15T14:30}; and {@code --01} for a month of an unknown year
 * @param hour of the day, 0..23, where recorded
 */
public record RecordedDate(Precision precision, String text, OptionalInt hour) {

    /** What is known of a date. */
    public enum Precision {
        /** The month, but not of which year. */
        MONTH_OF_UNKNOWN_YEAR,
        /** The year. */
        YEAR,
        /** The quarter of a year. */
        QUARTER,
        /** The month. */
        MONTH,
        /** The week, from Monday to Sunday. */
        WEEK,
        /** The day. */
        DAY,
        /** The day and the hour. */
        TIME
    }

    private static final Pattern MONTH_ALONE = Pattern.compile("0?([1-9]|1[0-2])(?:\\.0)?");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern YEAR_MONTH =
            Pattern.compile("((?:19|20)[0-9]{2})(?:[-/.]?(0[1-9]|1[0-2])|[-/.]([1-9]))");
    private static final Pattern MONTH_YEAR = Pattern.compile("(0?[1-9]|1[0-2])[-/.]((?:19|20)[0-9]{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("((?:19|20)[0-9]{2})(?:([-/. ])([0-9]{1,2})\\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))");
    private static final Pattern CLOCK = Pattern.compile("(.*?)(?:[T,]| at | um | à | om | )\\s*"
            + "([0-9]{1,2})(?:[:hH.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?)?\\s?"
            + "([AaPp]\\.?\\s?[Mm]\\.?|ص|م|صباحا|مساء|[Uu]hr|[Hh]|uur|u)?\\s?"
            + "(?:Z|UTC|GMT|[A-Z]{3,4}|(?:GMT|UTC)?[+-][0-9]{1,2}:?(?:[0-9]{2})?)?(?:\\[.*\\])?");
    private static final Pattern CLOCK_JOINED =
            Pattern.compile("((?:19|20)[0-9]{6})[T ]?([0-9]{2})([0-9]{2})(?:[0-9]{2})?Z?");
    private static final Pattern INSTANT = Pattern.compile("([0-9]{9,10}|[0-9]{12,13})(?:\\.0+)?");
    private static final Pattern SERIAL = Pattern.compile("([2-6][0-9]{4})(\\.[0-9]{1,16})?");
    private static final long FIRST_SERIAL = 25_569;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /**
     * Returns the date that {@code text} means, or empty when it means none. Days come before months where the year is
     * last, as in Europe; where that is impossible, after.
     */
    public static Optional<RecordedDate> parse(String text) {
        return parse(text, DateOrder.DAY_FIRST);
    }

    /**
     * Returns the date that {@code text} means, or empty when it means none. Times stay as the clock showed them; seconds or milliseconds
     * since 1970 are instants of UTC; a number of five figures is a spreadsheet's count of days.
     *
     * @param order of day, month and year where all are figures and the year of four is not first
     */
    public static Optional<RecordedDate> parse(String text, DateOrder order) {
        String plain = DayText.latin(text).strip();
        Matcher month = MONTH_ALONE.matcher(plain);
        if (month.matches()) {
            return of(Precision.MONTH_OF_UNKNOWN_YEAR, "--" + two(Integer.parseInt(month.group(1))));
        }
        if (YEAR.matcher(plain).matches()) {
            return of(Precision.YEAR, plain);
        }
        Matcher yearMonth = YEAR_MONTH.matcher(plain);
        if (yearMonth.matches()) {
            String number = yearMonth.group(2) == null ? "0" + yearMonth.group(3) : yearMonth.group(2);
            return of(Precision.MONTH, yearMonth.group(1) + "-" + number);
        }
        Matcher monthYear = MONTH_YEAR.matcher(plain);
        if (monthYear.matches()) {
            return of(Precision.MONTH, monthYear.group(2) + "-" + two(Integer.parseInt(monthYear.group(1))));
        }
        Optional<RecordedDate> named = named(plain);
        if (named.isPresent()) {
            return named;
        }
        OptionalInt alone = DayText.monthAlone(plain);
        if (alone.isPresent()) {
            return of(Precision.MONTH_OF_UNKNOWN_YEAR, "--" + two(alone.getAsInt()));
        }
        try {
            return timed(plain, order)
                    .or(() -> day(plain, order)
                            .map(day -> new RecordedDate(Precision.DAY, day.toString(), OptionalInt.empty())))
                    .or(() -> counted(plain));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecordedDate> named(String plain) {
        return PeriodText.quarter(plain)
                .flatMap(quarter -> of(Precision.QUARTER, quarter))
                .or(() -> PeriodText.week(plain).flatMap(week -> of(Precision.WEEK, week)))
                .or(() -> DayText.month(plain).flatMap(month -> of(Precision.MONTH, month)));
    }

    private static Optional<LocalDate> day(String plain, DateOrder order) {
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            boolean joined = yearFirst.group(2) == null;
            return Optional.of(LocalDate.of(
                    Integer.parseInt(yearFirst.group(1)),
                    Integer.parseInt(yearFirst.group(joined ? 5 : 3)),
                    Integer.parseInt(yearFirst.group(joined ? 6 : 4))));
        }
        return DayText.parse(plain, order);
    }

    private static Optional<RecordedDate> timed(String plain, DateOrder order) {
        Matcher joined = CLOCK_JOINED.matcher(plain);
        if (joined.matches()) {
            return day(joined.group(1), order)
                    .flatMap(day -> at(day, Integer.parseInt(joined.group(2)), joined.group(3)));
        }
        Matcher clock = CLOCK.matcher(plain);
        if (!clock.matches() || (clock.group(3) == null && clock.group(5) == null)) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group(2));
        String half = clock.group(5) == null ? "" : clock.group(5).toLowerCase(java.util.Locale.ROOT);
        boolean afternoon = half.startsWith("p") || half.equals("م") || half.equals("مساء");
        boolean morning = half.startsWith("a") || half.startsWith("ص");
        int of24 = (afternoon || morning) && hour <= 12 ? hour % 12 + (afternoon ? 12 : 0) : hour;
        String minute = clock.group(3) == null ? "00" : clock.group(3);
        return day(clock.group(1).strip(), order).flatMap(day -> at(day, of24, minute));
    }

    private static Optional<RecordedDate> at(LocalDate day, int hour, String minute) {
        if (hour > 23 || Integer.parseInt(minute) > 59) {
            return of(Precision.DAY, day.toString());
        }
        return Optional.of(
                new RecordedDate(Precision.TIME, day + "T" + two(hour) + ":" + minute, OptionalInt.of(hour)));
    }

    /** Seconds or milliseconds since 1970, or a spreadsheet's days since 1899. */
    private static Optional<RecordedDate> counted(String plain) {
        Matcher instant = INSTANT.matcher(plain);
        if (instant.matches()) {
            long number = Long.parseLong(instant.group(1));
            LocalDateTime time = LocalDateTime.ofEpochSecond(
                    instant.group(1).length() > 10 ? number / 1000 : number, 0, ZoneOffset.UTC);
            return at(time.toLocalDate(), time.getHour(), two(time.getMinute()));
        }
        Matcher serial = SERIAL.matcher(plain);
        if (!serial.matches() || Long.parseLong(serial.group(1)) < FIRST_SERIAL) {
            return Optional.empty();
        }
        LocalDate day = DAY_ZERO.plusDays(Long.parseLong(serial.group(1)));
        long minutes = serial.group(2) == null ? 0 : Math.round(Double.parseDouble("0" + serial.group(2)) * 24 * 60);
        return minutes == 0 || minutes >= 24 * 60
                ? of(Precision.DAY, day.toString())
                : at(day, (int) minutes / 60, two((int) minutes % 60));
    }

    private static Optional<RecordedDate> of(Precision precision, String text) {
        return Optional.of(new RecordedDate(precision, text, OptionalInt.empty()));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /**
     * The days that a date may mean.
     *
     * @param first the first of them
     * @param last the last of them
     */
    public record Days(LocalDate first, LocalDate last) {}

    /** Returns the days that this may be; empty where the year is not known. */
    public Optional<Days> days() {
        return switch (precision) {
            case MONTH_OF_UNKNOWN_YEAR -> Optional.empty();
            case YEAR -> Optional.of(months(YearMonth.of(Integer.parseInt(text), 1), 12));
            case QUARTER -> Optional.of(months(YearMonth.of(year(), 3 * Integer.parseInt(text.substring(6)) - 2), 3));
            case MONTH -> Optional.of(months(YearMonth.parse(text), 1));
            case WEEK -> {
                LocalDate monday = LocalDate.of(year(), 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(text.substring(6)))
                        .with(DayOfWeek.MONDAY);
                yield Optional.of(new Days(monday, monday.plusDays(6)));
            }
            case DAY, TIME -> {
                LocalDate day = LocalDate.parse(text.substring(0, 10));
                yield Optional.of(new Days(day, day));
            }
        };
    }

    private int year() {
        return Integer.parseInt(text.substring(0, 4));
    }

    private static Days months(YearMonth first, int count) {
        return new Days(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    /** Returns the month of the year, 1..12, or empty where it may be one of several. */
    public OptionalInt month() {
        return precision == Precision.MONTH_OF_UNKNOWN_YEAR
                ? OptionalInt.of(Integer.parseInt(text.substring(2)))
                : yearMonth().stream().mapToInt(YearMonth::getMonthValue).findFirst();
    }

    /** Returns the month with its year, or empty where one of them may be one of several. */
    public Optional<YearMonth> yearMonth() {
        return days().map(days -> YearMonth.from(days.first()))
                .filter(month -> month.equals(
                        days().map(days -> YearMonth.from(days.last())).orElseThrow()));
    }
}
