package org.copse.geoimport.clean;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Quarters and weeks with their year, as offices write them: {@code 2024-Q1}, {@code 1er trim. 2024}, {@code 2024K1}, {@code KW 7/2024}. Weeks are
 * those of ISO 8601, from Monday to Sunday, the first of a year with its 4 January. "S1" and "1er sem." are half-years in French, so they are no week.
 */
final class PeriodText {
    private static final int LONGEST = 40;
    private static final String ORDINAL = "(?:st|nd|rd|th|er|ere|e|eme|de|te|tes|ste|\\.)?";
    private static final String APART = "[ ./,_'’-]{0,3}(?:(?:of|in|de|du|des|van|von|vom|من|عام|لعام|سنه|لسنه) ){0,2}";
    private static final String WHOLE_YEAR = "(?<year>(?:19|20)[0-9]{2})";
    private static final String SHORT_YEAR = "(?<year>[0-9]{2})";

    private static final Map<String, Integer> QUARTERS = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("premier", 1),
            Map.entry("deuxieme", 2),
            Map.entry("troisieme", 3),
            Map.entry("quatrieme", 4),
            Map.entry("eerste", 1),
            Map.entry("tweede", 2),
            Map.entry("derde", 3),
            Map.entry("vierde", 4),
            Map.entry("erstes", 1),
            Map.entry("zweites", 2),
            Map.entry("drittes", 3),
            Map.entry("viertes", 4),
            Map.entry("الاول", 1),
            Map.entry("الثاني", 2),
            Map.entry("الثالث", 3),
            Map.entry("الرابع", 4));

    private static final String QUARTER = "[1-4]|" + String.join("|", QUARTERS.keySet());
    private static final List<Pattern> OF_QUARTERS = Stream.concat(
                    forms("(?:q|qtr|quarter|quartal|kwart|kwartaal|trim|trimestre|trimester|ربع|الربع)", QUARTER, true),
                    forms("[kt]", QUARTER, false))
            .toList();
    private static final List<Pattern> OF_WEEKS = Stream.concat(
                    forms(
                            "(?:w|wk|week|kw|woche|kalenderwoche|semaine|اسبوع|الاسبوع)",
                            "0?[1-9]|[1-4][0-9]|5[0-3]",
                            true),
                    forms("(?:s|sem)", "0[1-9]|[3-9]|[1-4][0-9]|5[0-3]", false))
            .toList();

    private PeriodText() {}

    /** Word, number and year in the orders that people use; a year of two figures only where nothing but a year can stand. */
    private static Stream<Pattern> forms(String word, String numbers, boolean shortYears) {
        String named = word + "\\.?[ -]?(?:(?:nr|no)\\.? ?)?";
        String number = "(?<number>" + numbers + ")" + ORDINAL;
        Stream<String> whole = Stream.of(
                named + number + APART + WHOLE_YEAR,
                number + APART + word + "\\.?" + APART + WHOLE_YEAR,
                WHOLE_YEAR + APART + named + number,
                WHOLE_YEAR + APART + number + APART + word + "\\.?");
        Stream<String> brief = Stream.of(
                named + number + "[ ./'’-]{1,2}" + SHORT_YEAR, number + APART + word + "\\.?" + APART + SHORT_YEAR);
        return (shortYears ? Stream.concat(whole, brief) : whole).map(Pattern::compile);
    }

    /** Returns a quarter as {@code 2024-Q1}; empty where the text is none. */
    static Optional<String> quarter(String text) {
        return find(OF_QUARTERS, text)
                .map(found -> DayText.fullYear(Integer.parseInt(found.group("year"))) + "-Q"
                        + Optional.ofNullable(QUARTERS.get(found.group("number")))
                                .orElseGet(() -> Integer.valueOf(found.group("number"))));
    }

    /** Returns a week of a year that has it, as {@code 2024-W07}; empty where the text is none. */
    static Optional<String> week(String text) {
        return find(OF_WEEKS, text).flatMap(found -> {
            int year = DayText.fullYear(Integer.parseInt(found.group("year")));
            int week = Integer.parseInt(found.group("number"));
            long last = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                    .rangeRefinedBy(LocalDate.of(year, 7, 1))
                    .getMaximum();
            return week <= last ? Optional.of(String.format(Locale.ROOT, "%d-W%02d", year, week)) : Optional.empty();
        });
    }

    /** Returns whether the text is a quarter or a week with its year. */
    static boolean isOne(String text) {
        return quarter(text).or(() -> week(text)).isPresent();
    }

    private static Optional<Matcher> find(List<Pattern> forms, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = DayText.plain(text);
        return forms.stream()
                .map(form -> form.matcher(plain))
                .filter(Matcher::matches)
                .findFirst();
    }
}
