package org.copse.geoimport.clean;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.DateOrder;
import org.jspecify.annotations.Nullable;

/** The day of a date as people write it, without its time: in figures, with the name of the month in five languages, or as a week. */
final class DayText {
    /** Years of two figures below this are of this century. */
    private static final int FIRST_OF_LAST_CENTURY = 70;

    private static final String[] MONTHS = {
        "jan january januari janvier janv januar janner ينايـر يناير كانون الثاني jnr",
        "feb february februari fevrier fev fevr februar feber فبراير شباط",
        "mar march maart mrt mars marz maerz mrz مارس اذار",
        "apr april avril avr ابريل نيسان",
        "may mei mai maj مايو ايار ماي",
        "jun june juni juin يونيو حزيران جوان",
        "jul july juli juillet juil يوليو تموز جويليه يوليوز",
        "aug august augustus aout اغسطس اب اوت غشت",
        "sep sept september septembre septemb سبتمبر ايلول شتنبر",
        "oct okt october oktober octobre اكتوبر تشرين الاول",
        "nov november novembre نوفمبر نونبر",
        "dec dez december decembre dezember ديسمبر دجنبر"
    };
    private static final Map<String, Integer> MONTH_OF = new HashMap<>();

    static {
        for (int month = 0; month < MONTHS.length; month++) {
            for (String name : MONTHS[month].split(" ", -1)) {
                MONTH_OF.put(name, month + 1);
            }
        }
        MONTH_OF.keySet().removeAll(List.of("كانون", "تشرين", "الاول", "الثاني"));
    }

    private static final Pattern FIGURES =
            Pattern.compile("([0-9]{1,2})([-/. ])\\s?([0-9]{1,2})\\2\\s?([0-9]{4}|[0-9]{2})");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(
            "(?:\\p{L}+\\.?,? )?([0-9]{1,2})(?:st|nd|rd|th|er|e|\\.)?[- ./]*(?:de |of )?(\\p{L}{3,})\\.?,?[- ./]*([0-9]{4}|[0-9]{2})");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(?:\\p{L}+\\.?,? )?(\\p{L}{3,})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("([0-9]{4})[- ./](\\p{L}{3,})\\.?[- ./]([0-9]{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\p{L}{3,})\\.?[- ./']*([0-9]{4}|[0-9]{2})");
    private static final Pattern YEAR_MONTH = Pattern.compile("([0-9]{4})[- ./](\\p{L}{3,})\\.?");
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})-?w([0-9]{2})-?([1-7])");

    private DayText() {}

    /** Returns day, month and year as they stand there where all are figures and the year is not first with all of its own; else none. */
    static List<Integer> threeNumbers(String text) {
        String day = text.strip().split("[T ](?=[0-9]{1,2}(?:[:hH.]|\\s?[AaPpصم]))|, ", 2)[0];
        Matcher figures = FIGURES.matcher(latin(day));
        return figures.matches()
                ? List.of(
                        Integer.valueOf(figures.group(1)),
                        Integer.valueOf(figures.group(3)),
                        Integer.valueOf(figures.group(4)))
                : List.of();
    }

    /** Returns the day of three numbers in an order, or empty where there is none such. */
    static Optional<LocalDate> day(List<Integer> numbers, DateOrder order) {
        int first = numbers.get(0);
        int second = numbers.get(1);
        int third = numbers.get(2);
        try {
            return switch (order) {
                case DAY_FIRST -> Optional.of(LocalDate.of(fullYear(third), second, first));
                case MONTH_FIRST -> Optional.of(LocalDate.of(fullYear(third), first, second));
                case YEAR_FIRST ->
                    third > 31 ? Optional.empty() : Optional.of(LocalDate.of(fullYear(first), second, third));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the year of one of two figures, or one of four as it is. */
    static int fullYear(int year) {
        return year > 99 ? year : year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
    }

    /** Returns the day in figures in the order given where it fits, else in the other; or with the month's name; or of a week. */
    static Optional<LocalDate> parse(String text, DateOrder order) {
        List<Integer> numbers = threeNumbers(text);
        if (!numbers.isEmpty()) {
            DateOrder other = order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
            return day(numbers, order).or(() -> day(numbers, other));
        }
        String plain = plain(text);
        Matcher week = WEEK.matcher(plain);
        try {
            if (week.matches()) {
                return Optional.of(LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
                        .with(java.time.temporal.ChronoField.DAY_OF_WEEK, Integer.parseInt(week.group(3))));
            }
            return named(DAY_MONTH_YEAR.matcher(plain), 3, 2, 1)
                    .or(() -> named(MONTH_DAY_YEAR.matcher(plain), 3, 1, 2))
                    .or(() -> named(YEAR_MONTH_DAY.matcher(plain), 1, 2, 3));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> named(Matcher matcher, int year, int month, int day) {
        Integer number = matcher.matches() ? MONTH_OF.get(matcher.group(month)) : null;
        return number == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(
                        fullYear(Integer.parseInt(matcher.group(year))), number, Integer.parseInt(matcher.group(day))));
    }

    /** Returns a month with its year as ISO 8601, {@code 2024-04}, of "Apr-24" or "avril 2024"; empty where the text is none. */
    static Optional<String> month(String text) {
        String plain = plain(text);
        Matcher first = MONTH_YEAR.matcher(plain);
        if (first.matches()) {
            return month(first.group(1), first.group(2));
        }
        Matcher last = YEAR_MONTH.matcher(plain);
        return last.matches() ? month(last.group(2), last.group(1)) : Optional.empty();
    }

    private static Optional<String> month(String name, String year) {
        @Nullable Integer month = MONTH_OF.get(name);
        return month == null
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%04d-%02d", fullYear(Integer.parseInt(year)), month));
    }

    /** Returns the month, 1..12, of a month's name alone; empty where the text is none. */
    static OptionalInt monthAlone(String text) {
        @Nullable Integer month = MONTH_OF.get(plain(text).replaceFirst("\\.$", ""));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** Returns the text without accents and in small letters, with the digits 0–9. */
    static String plain(String text) {
        return latin(Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("[\\p{M}\\u0640]", ""))
                .replace("كانون الثاني", "يناير")
                .replace("كانون الاول", "ديسمبر")
                .replace("تشرين الاول", "اكتوبر")
                .replace("تشرين الثاني", "نوفمبر")
                .replace('ة', 'ه')
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the text with its digits as 0–9 and its blanks as spaces. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            latin.append(digit ? (char) ('0' + Character.digit(c, 10)) : Character.isSpaceChar(c) ? ' ' : c);
        }
        return latin.toString().replace("\u200e", "").replace("\u200f", "");
    }
}
