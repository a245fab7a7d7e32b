package org.copse.geoimport.incident;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.clean.RecordedDate;

/**
 * The days that incidents are counted over.
 *
 * @param first the first day
 * @param last the last day, included
 */
public record IncidentPeriod(LocalDate first, LocalDate last) {
    /** A month of the average length, in days. */
    public static final double DAYS_PER_MONTH = 365.25 / 12;

    private static final Pattern FROM_TO =
            Pattern.compile("\\s*([0-9QW-]{4,10})\\s*(?:\\.\\.|/|…)\\s*([0-9QW-]{4,10})\\s*");

    /** Checks the order of the days. */
    public IncidentPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the period ends on " + last + ", before it begins on " + first);
        }
    }

    /**
     * Returns the period that a text states: {@code FROM..TO}, both included, each a day, a week, a month, a quarter or a year,
     * such as {@code 2024-01-15..2024-06-30}, {@code 2024-W01..2024-W26}, {@code 2024-01..2024-06} or {@code 2024-Q1..2024-Q2}; or one of them
     * alone.
     *
     * @throws IllegalArgumentException when it states none
     */
    public static IncidentPeriod parse(String text) {
        Matcher matcher = FROM_TO.matcher(text);
        String from = matcher.matches() ? matcher.group(1) : text;
        String to = matcher.matches() ? matcher.group(2) : text;
        Optional<IncidentPeriod> begin = RecordedDate.parse(from).flatMap(IncidentPeriod::of);
        Optional<IncidentPeriod> end = RecordedDate.parse(to).flatMap(IncidentPeriod::of);
        if (begin.isEmpty() || end.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no period: give FROM..TO, such as 2024-01-01..2024-06-30");
        }
        return new IncidentPeriod(begin.get().first, end.get().last);
    }

    /** Returns the days that a date may mean; empty where the year is not known. */
    static Optional<IncidentPeriod> of(RecordedDate date) {
        return date.days().map(days -> new IncidentPeriod(days.first(), days.last()));
    }

    /** Returns how many days there are, the first and the last included. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Returns the same in months of {@value #DAYS_PER_MONTH} days. */
    public double months() {
        return days() / DAYS_PER_MONTH;
    }

    /** Returns whether a date lies in the period; a week, a month, a quarter or a year does when most of its days do. */
    boolean covers(RecordedDate date) {
        Optional<IncidentPeriod> meant = of(date);
        if (meant.isEmpty()) {
            int month = date.month().orElseThrow();
            return first.datesUntil(last.plusDays(1)).anyMatch(day -> day.getMonthValue() == month);
        }
        LocalDate begin = meant.get().first.isAfter(first) ? meant.get().first : first;
        LocalDate end = meant.get().last.isBefore(last) ? meant.get().last : last;
        return 2 * (ChronoUnit.DAYS.between(begin, end) + 1) > meant.get().days();
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
