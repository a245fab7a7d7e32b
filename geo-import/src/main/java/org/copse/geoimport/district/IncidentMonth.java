package org.copse.geoimport.district;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.clean.RecordedDate;

/**
 * The months that incidents fall in, from dates as files write them.
 *
 * <p>A date that nobody knew is often written as 1900-01-01 or 1970-01-01. Such strays count as incidents, but must not
 * stretch the period that all of them are divided by.
 */
final class IncidentMonth {
    private static final int REMEMBERED = 20_000;
    private static final int FIRST_MONTH_WITH_YEAR = 12 * 1000;
    private static final double SHARE_OF_STRAYS = 0.001;
    private static final int GAP_BEFORE_STRAYS = 3;

    private final Map<String, RecordedDate> readable = new HashMap<>();
    private final TreeMap<Integer, Long> incidents = new TreeMap<>();
    private long undated;

    /**
     * Takes the date of one incident, as precise as it is: a day, an instant, a month with or without its year, a year;
     * blank for none.
     */
    void add(String text) {
        RecordedDate known = readable.get(text);
        if (known == null) {
            String plain = text.strip();
            Optional<RecordedDate> date = RecordedDate.parse(plain.startsWith("--") ? plain.substring(2) : plain);
            if (date.isEmpty()) {
                undated++;
                return;
            }
            known = date.get();
            if (readable.size() < REMEMBERED) {
                readable.put(text, known);
            }
        }
        take(known);
    }

    long undated() {
        return undated;
    }

    /**
     * Returns how many months the incidents cover: from the first month to the last where the years are known, strays
     * aside, else the months that occur; 0 when no incident has a date.
     */
    int count() {
        if (incidents.isEmpty()) {
            return 0;
        }
        return yearsKnown() ? period().lastKey() - period().firstKey() + 1 : incidents.size();
    }

    /** Returns how {@link #count} came about, in words. */
    String how() {
        if (incidents.isEmpty()) {
            return "no incident has a date";
        }
        if (!yearsKnown()) {
            return "months of a year that occur, years not stated";
        }
        NavigableMap<Integer, Long> period = period();
        long strays = total(incidents) - total(period);
        String fromTo = "from " + shown(period.firstKey()) + " to " + shown(period.lastKey());
        return strays == 0
                ? fromTo
                : fromTo + ", leaving out the dates of " + strays + " incidents far from all others (between "
                        + shown(incidents.firstKey()) + " and " + shown(incidents.lastKey()) + ")";
    }

    private boolean yearsKnown() {
        return incidents.firstKey() >= FIRST_MONTH_WITH_YEAR;
    }

    /** The months without those few at either end that a gap separates from the rest. */
    private NavigableMap<Integer, Long> period() {
        double fewest = SHARE_OF_STRAYS * total(incidents);
        return incidents.subMap(edge(incidents, fewest), true, edge(incidents.descendingMap(), fewest), true);
    }

    private static int edge(NavigableMap<Integer, Long> months, double fewest) {
        int edge = months.firstKey();
        int before = edge;
        long passed = 0;
        for (Map.Entry<Integer, Long> month : months.entrySet()) {
            if (Math.abs(month.getKey() - before) > GAP_BEFORE_STRAYS) {
                edge = month.getKey();
            }
            before = month.getKey();
            passed += month.getValue();
            if (passed >= fewest) {
                break;
            }
        }
        return edge;
    }

    private static long total(Map<Integer, Long> months) {
        return months.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String shown(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).toString();
    }

    private void take(RecordedDate date) {
        if (date.precision() == RecordedDate.Precision.YEAR) {
            int january = number(YearMonth.of(Integer.parseInt(date.text()), 1));
            for (int month = january; month < january + 12; month++) {
                incidents.merge(month, month == january ? 1L : 0L, Long::sum);
            }
        } else {
            int month = date.yearMonth().map(IncidentMonth::number).orElseGet(() -> date.month()
                    .orElseThrow());
            incidents.merge(month, 1L, Long::sum);
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
