package org.copse.geoimport.district;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.copse.geoimport.clean.RecordedDate;

/** The months that incidents fall in, from dates as files write them. */
final class IncidentMonth {
    private static final int REMEMBERED = 20_000;
    private static final int FIRST_MONTH_WITH_YEAR = 12 * 1000;

    private final Set<String> readable = new HashSet<>();
    private final TreeSet<Integer> months = new TreeSet<>();
    private long undated;

    /** Takes one date, as precise as it is: a day, an instant, a month with or without its year, a year. */
    void add(String text) {
        if (!readable.contains(text)) {
            long before = undated;
            take(text.strip());
            if (undated == before && readable.size() < REMEMBERED) {
                readable.add(text);
            }
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

    private void take(String text) {
        Optional<RecordedDate> date = RecordedDate.parse(text.startsWith("--") ? text.substring(2) : text);
        if (date.isEmpty()) {
            undated++;
            return;
        }
        RecordedDate known = date.get();
        if (known.precision() == RecordedDate.Precision.YEAR) {
            int year = Integer.parseInt(known.text());
            months.add(number(YearMonth.of(year, 1)));
            months.add(number(YearMonth.of(year, 12)));
        } else {
            months.add(known.yearMonth().map(IncidentMonth::number).orElseGet(() -> known.month()
                    .orElseThrow()));
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
