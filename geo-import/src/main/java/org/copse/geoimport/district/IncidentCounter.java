package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.copse.geoimport.incident.IncidentDates;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.geoimport.incident.Initiator;
import org.copse.planning.workload.Initiated;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Counts a stream of incidents by unit, category and who started them. Memory does not grow with the stream.
 *
 * <p>Only the position, the category, the date and who started it are looked at; nothing else of an incident is kept.
 */
public final class IncidentCounter implements FeatureSink {
    private static final int BATCH = 4_096;
    private static final int OUTSIDE_EXAMPLES = 20;
    private static final String NO_CATEGORY = "not stated";
    private static final int MOST_CATEGORIES = 500;
    private static final String FURTHER_CATEGORIES = "further categories";
    private static final int KINDS = Initiator.values().length;

    /** Counts are tables of units in memory: 120 MB at this bound. Categories beyond it are counted together. */
    private static final int MOST_CELLS = 30_000_000;

    private final UnitMap map;
    private final int mostCategories;
    private final double[] positions = new double[2 * BATCH];
    private final double[] lonLats = new double[2 * BATCH];
    private final Initiator[] initiators = new Initiator[BATCH];
    private final String[] categories = new String[BATCH];
    private final String[] dates = new String[BATCH];
    private final long[] rows = new long[BATCH];
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Initiator> knownInitiators = new HashMap<>();
    private final IncidentDates period;
    private final List<IncidentTally.Outside> examples = new ArrayList<>();
    private FieldRoles roles = FieldRoles.none();
    private int waiting;
    private long outside;

    /** @param stated the period that a planner has stated; what lies outside it is left out */
    IncidentCounter(UnitMap map, Optional<IncidentPeriod> stated) {
        this.map = map;
        this.period = new IncidentDates(stated);
        this.mostCategories = Math.max(1, Math.min(MOST_CATEGORIES, MOST_CELLS / (map.size() * KINDS)));
    }

    @Override
    public void begin(FieldRoles given) {
        roles = given;
    }

    @Override
    public void accept(Feature incident) {
        Geometry geometry = incident.geometry();
        Coordinate at = geometry instanceof Point
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
        accept(
                incident.row(),
                at.x,
                at.y,
                text(incident, Role.CATEGORY),
                text(incident, Role.INITIATOR),
                text(incident, Role.DATE));
    }

    private @Nullable String text(Feature incident, Role role) {
        Optional<String> column = roles.find(role);
        return column.isEmpty() ? null : incident.text(column.get()).orElse(null);
    }

    private void accept(
            long row,
            double lon,
            double lat,
            @Nullable String category,
            @Nullable String initiator,
            @Nullable String date) {
        positions[2 * waiting] = lon;
        positions[2 * waiting + 1] = lat;
        categories[waiting] = category == null || category.isBlank() ? NO_CATEGORY : category.strip();
        initiators[waiting] = initiator == null ? Initiator.UNKNOWN : initiator(initiator);
        rows[waiting] = row;
        dates[waiting] = date == null ? "" : date;
        waiting++;
        if (waiting == BATCH) {
            count();
        }
    }

    private void count() {
        System.arraycopy(positions, 0, lonLats, 0, 2 * waiting);
        map.crs().toMetric(positions, waiting);
        for (int i = 0; i < waiting; i++) {
            int unit = map.unitAtMetric(positions[2 * i], positions[2 * i + 1]);
            if (unit < 0) {
                outside++;
                if (examples.size() < OUTSIDE_EXAMPLES) {
                    examples.add(new IncidentTally.Outside(rows[i], lonLats[2 * i], lonLats[2 * i + 1]));
                }
            } else if (period.add(dates[i])) {
                table(categories[i])[unit * KINDS + initiators[i].ordinal()]++;
            }
        }
        waiting = 0;
    }

    private int[] table(String category) {
        boolean room = counts.size() < mostCategories || counts.containsKey(category);
        return counts.computeIfAbsent(room ? category : FURTHER_CATEGORIES, c -> new int[map.size() * KINDS]);
    }

    private Initiator initiator(String text) {
        Initiator known = knownInitiators.get(text);
        if (known == null) {
            known = Initiator.of(text);
            if (knownInitiators.size() < MOST_CATEGORIES) {
                knownInitiators.put(text, known);
            }
        }
        return known;
    }

    /** Returns what has been counted. Where no incident has a date, the period is taken to be a year. */
    public IncidentTally tally() {
        count();
        List<Map<String, Initiated>> byUnit = new ArrayList<>();
        for (int unit = 0; unit < map.size(); unit++) {
            byUnit.add(ofUnit(unit));
        }
        return new IncidentTally(
                period.months(),
                period.how(),
                period.period(),
                byUnit,
                outside,
                examples,
                period.undated(),
                period.outsidePeriod());
    }

    private Map<String, Initiated> ofUnit(int unit) {
        Map<String, Initiated> ofUnit = new TreeMap<>();
        counts.forEach((category, table) -> {
            Initiated initiated = new Initiated(
                    table[unit * KINDS + Initiator.RESIDENT.ordinal()],
                    table[unit * KINDS + Initiator.POLICE.ordinal()],
                    table[unit * KINDS + Initiator.UNKNOWN.ordinal()]);
            if (initiated.total() > 0) {
                ofUnit.put(category, initiated);
            }
        });
        return ofUnit;
    }
}
