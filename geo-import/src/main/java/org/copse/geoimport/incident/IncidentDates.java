package org.copse.geoimport.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copse.geoimport.clean.RecordedDate;

/**
 * The dates of incidents, as files write them, and the period that they cover: from the first day to the last.
 *
 * <p>A date that is a month stands for the whole month, a week, a quarter and a year for all of theirs. Where the first or the last month has both,
 * its days tell where they are more. A date that nobody knew is often written as 1900-01-01 or 1970-01-01: such strays count as
 * incidents, but must not stretch the period that all of them are divided by.
 */
public final class IncidentDates {
    /** What is taken where no incident has a date. */
    public static final double USUAL_MONTHS = 12;

    private static final int REMEMBERED = 20_000;
    private static final double SHARE_OF_STRAYS = 0.001;
    private static final int GAP_BEFORE_STRAYS = 3;

    private final Optional<IncidentPeriod> stated;
    private final Map<String, Optional<RecordedDate>> readable = new HashMap<>();
    private final TreeMap<YearMonth, Days> months = new TreeMap<>();
    private final TreeMap<Integer, Long> monthsOfNoYear = new TreeMap<>();
    private long undated;
    private long outsidePeriod;

    /** The dates of one month: those that say the day, the first and the last of them, and those that say no day. */
    private static final class Days {
        private long incidents;
        private long dated;
        private long whole;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;

        void add(LocalDate from, LocalDate to) {
            dated++;
            first = from.isBefore(first) ? from : first;
            last = to.isAfter(last) ? to : last;
        }

        boolean isWhole() {
            return whole >= dated;
        }
    }

    /** @param stated the period that a planner has stated; what lies outside it is not counted */
    public IncidentDates(Optional<IncidentPeriod> stated) {
        this.stated = stated;
    }

    /**
     * Takes the date of one incident, as precise as it is: a day, an instant, a week, a month with or without its year, a quarter, a year;
     * blank for none.
     *
     * @return whether the incident counts; only one that lies outside the stated period does not
     */
    public boolean add(String text) {
        Optional<RecordedDate> date = readable.get(text);
        if (date == null) {
            String plain = text.strip();
            date = RecordedDate.parse(plain.startsWith("--") ? plain.substring(2) : plain);
            if (readable.size() < REMEMBERED) {
                readable.put(text, date);
            }
        }
        if (date.isEmpty()) {
            undated++;
            return true;
        }
        RecordedDate known = date.get();
        if (stated.isPresent() && !stated.get().covers(known)) {
            outsidePeriod++;
            return false;
        }
        take(known);
        return true;
    }

    private void take(RecordedDate date) {
        switch (date.precision()) {
            case MONTH_OF_UNKNOWN_YEAR -> monthsOfNoYear.merge(date.month().orElseThrow(), 1L, Long::sum);
            case YEAR, QUARTER, MONTH -> {
                RecordedDate.Days meant = date.days().orElseThrow();
                of(YearMonth.from(meant.first())).incidents++;
                monthsOf(meant).forEach(month -> of(month).whole++);
            }
            case WEEK, DAY, TIME -> {
                RecordedDate.Days meant = date.days().orElseThrow();
                of(YearMonth.from(meant.first())).incidents++;
                monthsOf(meant).forEach(month -> of(month)
                        .add(later(meant.first(), month.atDay(1)), earlier(meant.last(), month.atEndOfMonth())));
            }
        }
    }

    private static Stream<YearMonth> monthsOf(RecordedDate.Days days) {
        YearMonth last = YearMonth.from(days.last());
        return Stream.iterate(
                YearMonth.from(days.first()), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Days of(YearMonth month) {
        return months.computeIfAbsent(month, unseen -> new Days());
    }

    /** Returns how many incidents have no date that could be read. */
    public long undated() {
        return undated;
    }

    /** Returns how many incidents lie outside the stated period. */
    public long outsidePeriod() {
        return outsidePeriod;
    }

    /** Returns the period stated, or else the one from the first day to the last, strays aside; empty without a year. */
    public Optional<IncidentPeriod> period() {
        if (stated.isPresent() || months.isEmpty()) {
            return stated;
        }
        NavigableMap<YearMonth, Days> covered = withoutStrays();
        YearMonth first = covered.firstKey();
        YearMonth last = covered.lastKey();
        Days begin = of(first);
        Days end = of(last);
        return Optional.of(new IncidentPeriod(
                begin.isWhole() ? first.atDay(1) : begin.first, end.isWhole() ? last.atEndOfMonth() : end.last));
    }

    /** Returns the length of the period in months of 365.25/12 days; where no year is known, the months that occur. */
    public double months() {
        return period().map(IncidentPeriod::months)
                .orElse(monthsOfNoYear.isEmpty() ? USUAL_MONTHS : (double) monthsOfNoYear.size());
    }

    /** Returns how {@link #months} came about, in words. */
    public String how() {
        if (stated.isPresent()) {
            return "stated: " + words(stated.get());
        }
        if (months.isEmpty()) {
            return monthsOfNoYear.isEmpty()
                    ? "no incident has a date, taken to be a year"
                    : "months of a year that occur, years not stated";
        }
        long strays = total(months) - total(withoutStrays());
        String how = words(period().orElseThrow());
        return strays == 0
                ? how
                : how + ", leaving out the dates of " + strays + " incidents far from all others (between "
                        + months.firstKey() + " and " + months.lastKey() + ")";
    }

    private static String words(IncidentPeriod period) {
        return "from " + period.first() + " to " + period.last() + ", " + period.days()
                + (period.days() == 1 ? " day" : " days");
    }

    /** The months without those few at either end that a gap separates from the rest. */
    private NavigableMap<YearMonth, Days> withoutStrays() {
        double fewest = SHARE_OF_STRAYS * total(months);
        return months.subMap(edge(months, fewest), true, edge(months.descendingMap(), fewest), true);
    }

    private static YearMonth edge(NavigableMap<YearMonth, Days> months, double fewest) {
        YearMonth edge = months.firstKey();
        YearMonth before = edge;
        long passed = 0;
        for (Map.Entry<YearMonth, Days> month : months.entrySet()) {
            if (Math.abs(number(month.getKey()) - number(before)) > GAP_BEFORE_STRAYS) {
                edge = month.getKey();
            }
            before = month.getKey();
            passed += month.getValue().incidents;
            if (passed >= fewest) {
                break;
            }
        }
        return edge;
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue();
    }

    private static long total(Map<YearMonth, Days> months) {
        return months.values().stream().mapToLong(days -> days.incidents).sum();
    }
}
