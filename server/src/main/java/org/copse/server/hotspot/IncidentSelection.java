package org.copse.server.hotspot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.copse.geoimport.clean.RecordedDate;
import org.copse.statistics.Positions;
import org.copse.statistics.sequence.Days;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Takes a stream of incidents and keeps of those that count the position, the days it may have been on, the month and the hour: nothing
 * else goes on to the statistics. What does not count is counted, by reason.
 */
public final class IncidentSelection implements FeatureSink {
    private static final int REMEMBERED = 50_000;
    private static final int NOT_KNOWN = -1;

    private final HotspotRequest request;
    private final DistrictCrs crs;
    private final Set<String> wanted;
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private final Map<String, Optional<RecordedDate>> dates = new HashMap<>();
    private final Map<String, Long> categories = new TreeMap<>();
    private final Origin origin = new Origin();
    private final Positions positions = Positions.empty();
    private final Days days = Days.empty();
    private int[] months = new int[64];
    private int[] hours = new int[64];
    private FieldRoles roles = FieldRoles.none();
    private long read;
    private long unsureWhoBegan;
    private long undated;
    private long yearless;

    /** Why an incident does not count. */
    public enum LeftOut {
        /** Of another category than asked for. */
        OTHER_CATEGORY("of other categories"),
        /** Police started it, or found it by looking. */
        POLICE("initiated or found by police"),
        /** Not in the period. */
        OUT_OF_PERIOD("outside the period"),
        /** No date, where a period is asked for. */
        UNDATED("without a date, so not known to be in the period"),
        /** Not in the district. */
        OUTSIDE("outside the district"),
        /** Refused by the import: no position, or one that is none. */
        WITHOUT_POSITION("refused by the import, most often without a position");

        private final String words;

        LeftOut(String words) {
            this.words = words;
        }

        /** Returns the reason, to stand after a number. */
        public String words() {
            return words;
        }
    }

    /** @param crs metric, in which the positions are kept */
    public IncidentSelection(HotspotRequest request, DistrictCrs crs) {
        this.request = request;
        this.crs = crs;
        this.wanted =
                request.categories().stream().map(IncidentSelection::folded).collect(Collectors.toSet());
    }

    static String folded(String category) {
        return category.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void begin(FieldRoles given) {
        roles = given;
    }

    @Override
    public void accept(Feature incident) {
        double[] metres = metres(incident.geometry(), crs);
        double hour = roles.find(Role.HOUR).isPresent()
                ? incident.number(roles.find(Role.HOUR).get()).orElse(NOT_KNOWN)
                : NOT_KNOWN;
        take(
                text(incident, Role.CATEGORY),
                text(incident, Role.INITIATOR),
                text(incident, Role.DATE),
                hour,
                metres[0],
                metres[1]);
    }

    /** Returns east and north of where an incident was. */
    static double[] metres(Geometry geometry, DistrictCrs crs) {
        Coordinate at = geometry instanceof Point
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
        double[] metres = {at.x, at.y};
        crs.toMetric(metres, 1);
        return metres;
    }

    /**
     * Takes one incident.
     *
     * @param hour of the day that a column of its own gives; negative where none does
     * @param east in metres, in the selection's CRS
     * @param north likewise
     */
    void take(String category, String initiator, String when, double hour, double east, double north) {
        read++;
        categories.merge(category, 1L, Long::sum);
        if (!wanted.isEmpty() && !wanted.contains(folded(category))) {
            leaveOut(LeftOut.OTHER_CATEGORY, 1);
            return;
        }
        Origin.Who who = origin.of(initiator, category);
        if (who == Origin.Who.POLICE && !request.policeInitiatedCount()) {
            leaveOut(LeftOut.POLICE, 1);
            return;
        }
        Optional<RecordedDate> date = date(when);
        Optional<LocalDate[]> span = date.flatMap(IncidentSelection::span);
        Optional<LeftOut> notThen = notInPeriod(date, span);
        if (notThen.isPresent()) {
            leaveOut(notThen.get(), 1);
        } else {
            unsureWhoBegan += who == Origin.Who.UNKNOWN ? 1 : 0;
            undated += date.isEmpty() ? 1 : 0;
            yearless += date.isPresent() && span.isEmpty() ? 1 : 0;
            positions.add(east, north);
            keep(hour, date, span);
        }
    }

    private String text(Feature incident, Role role) {
        return roles.find(role).flatMap(incident::text).orElse("");
    }

    private Optional<RecordedDate> date(String text) {
        Optional<RecordedDate> known = dates.get(text);
        if (known == null) {
            // Imported dates are in ISO 8601, where a month without a year begins with two hyphens.
            known = RecordedDate.parse(text.startsWith("--") ? text.substring(2) : text);
            if (dates.size() < REMEMBERED) {
                dates.put(text, known);
            }
        }
        return known;
    }

    /** The days that a date may mean; a month of an unknown year may mean any. */
    private static Optional<LocalDate[]> span(RecordedDate date) {
        return date.days().map(days -> new LocalDate[] {days.first(), days.last()});
    }

    /** All days that it may have been on lie in the period: half a month is no month. */
    private Optional<LeftOut> notInPeriod(Optional<RecordedDate> date, Optional<LocalDate[]> span) {
        if (request.from().isEmpty() && request.to().isEmpty()) {
            return Optional.empty();
        }
        if (span.isPresent()) {
            return isInPeriod(span.get()[0], span.get()[1]) ? Optional.empty() : Optional.of(LeftOut.OUT_OF_PERIOD);
        }
        if (date.isEmpty() || request.from().isEmpty() || request.to().isEmpty()) {
            return Optional.of(LeftOut.UNDATED);
        }
        int month = date.get().month().orElseThrow();
        boolean inAnyYear = IntStream.rangeClosed(
                        request.from().get().getYear(), request.to().get().getYear())
                .mapToObj(year -> YearMonth.of(year, month))
                .anyMatch(one -> isInPeriod(one.atDay(1), one.atEndOfMonth()));
        return inAnyYear ? Optional.empty() : Optional.of(LeftOut.OUT_OF_PERIOD);
    }

    private boolean isInPeriod(LocalDate first, LocalDate last) {
        return request.from().map(from -> !first.isBefore(from)).orElse(true)
                && request.to().map(to -> !last.isAfter(to)).orElse(true);
    }

    private void keep(double hour, Optional<RecordedDate> date, Optional<LocalDate[]> span) {
        int i = positions.size() - 1;
        if (i == months.length) {
            months = Arrays.copyOf(months, 2 * i);
            hours = Arrays.copyOf(hours, 2 * i);
        }
        LocalDate first = span.map(s -> s[0]).orElse(LocalDate.MIN);
        LocalDate last = span.map(s -> s[1]).orElse(LocalDate.MAX);
        days.add(first.toEpochDay(), last.toEpochDay());
        months[i] = date.map(IncidentSelection::month).orElse(NOT_KNOWN);
        hours[i] = date.map(known -> hourOfWeek(known, hour)).orElse(NOT_KNOWN);
    }

    /** Months of years that are not stated are taken to be of one year. */
    private static int month(RecordedDate date) {
        return date.yearMonth()
                .map(month -> month.getYear() * 12 + month.getMonthValue() - 1)
                .orElseGet(() -> date.month().orElse(NOT_KNOWN + 1) - 1);
    }

    private static int hourOfWeek(RecordedDate date, double ofColumn) {
        OptionalInt hour = date.hour();
        if (date.precision() == RecordedDate.Precision.DAY && ofColumn >= 0 && ofColumn < 24) {
            hour = OptionalInt.of((int) ofColumn);
        }
        if (hour.isEmpty()) {
            return NOT_KNOWN;
        }
        LocalDateTime at = LocalDate.parse(date.text().substring(0, 10)).atTime(hour.getAsInt(), 0);
        return (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
    }

    /** Adds incidents that do not count. */
    public void leaveOut(LeftOut why, long count) {
        if (count > 0) {
            leftOut.merge(why, count, Long::sum);
        }
    }

    /** Returns how many incidents were looked at, refused ones not among them. */
    public long read() {
        return read;
    }

    /** Returns how many incidents were left out, by reason. */
    public Map<LeftOut, Long> leftOut() {
        return new LinkedHashMap<>(leftOut);
    }

    /** Returns how many incidents of each category the file has. */
    public Map<String, Long> categories() {
        return categories;
    }

    /** Returns how many of those kept do not say who started them. */
    public long unsureWhoBegan() {
        return unsureWhoBegan;
    }

    /** Returns how many of those kept say the month, but not of which year. */
    public long yearless() {
        return yearless;
    }

    /** Returns how many of those kept have no date. */
    public long undated() {
        return undated;
    }

    /** Returns where they were, in metres; in the district or not. */
    Positions positions() {
        return positions;
    }

    /** Returns when they were, as precisely as it is known. */
    Days days() {
        return days;
    }

    /** Returns the month of each since year 0, from 0; of a year that is not stated 0..11; -1 where not known. */
    int[] months() {
        return Arrays.copyOf(months, positions.size());
    }

    /** Returns the hour of the week of each; -1 where not known. */
    int[] hours() {
        return Arrays.copyOf(hours, positions.size());
    }
}
