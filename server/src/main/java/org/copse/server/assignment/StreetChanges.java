package org.copse.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Estimates how many residents of each street get another officer. A unit's residents are spread evenly over its addresses, or, where only
 * streets are known, over their length; whether a unit's officer changes is known exactly.
 */
public final class StreetChanges {
    private static final double STEP_METRES = 20;
    private static final double METRES_PER_DEGREE = 111_320;

    private final Map<String, Unit> units = new HashMap<>();
    private final STRtree index = new STRtree();
    private final Map<String, Double> weightOfUnit = new HashMap<>();
    private final Map<String, Map<String, Double>> weightByStreet = new TreeMap<>();

    /**
     * @param units with their residents
     * @param areas of the units by id, WGS 84
     */
    StreetChanges(Collection<Unit> units, Map<String, Geometry> areas) {
        for (Unit unit : units) {
            Geometry area = areas.get(unit.id());
            this.units.put(unit.id(), unit);
            if (area != null) {
                index.insert(area.getEnvelopeInternal(), new Area(unit.id(), PreparedGeometryFactory.prepare(area)));
            }
        }
        index.build();
    }

    /**
     * A unit.
     *
     * @param changing whether its officer changes
     */
    public record Unit(String id, String name, double residents, boolean changing) {}

    /**
     * A street, or a unit where no street is known.
     *
     * @param residents estimated, who live there
     * @param changing estimated, of those whose officer changes
     */
    public record Row(String name, double residents, double changing) {}

    private record Area(String unit, PreparedGeometry land) {}

    /** Takes an address. */
    void addAddress(String street, Coordinate lonLat) {
        add(street, lonLat, 1);
    }

    /** Takes a street: it counts at a place every 20 m. */
    void addStreet(String street, Geometry lines) {
        for (int part = 0; part < lines.getNumGeometries(); part++) {
            Geometry line = lines.getGeometryN(part);
            if (line.getLength() > 0 && line.getDimension() == 1) {
                forEachStep(line, at -> add(street, at, 1));
            }
        }
    }

    private static void forEachStep(Geometry line, Consumer<Coordinate> taker) {
        double degrees = line.getLength();
        int steps = (int) Math.max(1, Math.min(10_000, Math.round(degrees * METRES_PER_DEGREE / STEP_METRES)));
        LengthIndexedLine along = new LengthIndexedLine(line);
        for (int i = 0; i < steps; i++) {
            taker.accept(along.extractPoint((i + 0.5) * degrees / steps));
        }
    }

    private void add(String street, Coordinate at, double weight) {
        Point point = new org.locationtech.jts.geom.GeometryFactory().createPoint(at);
        for (Object found : index.query(new Envelope(at))) {
            if (found instanceof Area area && area.land().intersects(point)) {
                weightOfUnit.merge(area.unit(), weight, Double::sum);
                weightByStreet.computeIfAbsent(street, name -> new HashMap<>()).merge(area.unit(), weight, Double::sum);
                return;
            }
        }
    }

    /** Returns the streets, those with most residents whose officer changes first. */
    List<Row> streets() {
        List<Row> rows = new ArrayList<>();
        weightByStreet.forEach((street, weights) -> {
            double residents = 0;
            double changing = 0;
            for (Map.Entry<String, Double> part : weights.entrySet()) {
                Unit unit = units.get(part.getKey());
                if (unit != null) {
                    double here = unit.residents() * part.getValue() / weightOfUnit.getOrDefault(unit.id(), 1.0);
                    residents += here;
                    changing += unit.changing() ? here : 0;
                }
            }
            rows.add(new Row(street, residents, changing));
        });
        rows.sort(MOST_CHANGING_FIRST);
        return rows;
    }

    /** Returns the residents of units on which no street or address lies. */
    double residentsWithoutStreet() {
        return units.values().stream()
                .filter(unit -> !weightOfUnit.containsKey(unit.id()))
                .mapToDouble(Unit::residents)
                .sum();
    }

    /** Returns the units themselves, in the same order. */
    static List<Row> perUnit(Collection<Unit> units) {
        return units.stream()
                .map(unit -> new Row(unit.name(), unit.residents(), unit.changing() ? unit.residents() : 0))
                .sorted(MOST_CHANGING_FIRST)
                .toList();
    }

    private static final Comparator<Row> MOST_CHANGING_FIRST =
            Comparator.comparingDouble(Row::changing).reversed().thenComparing(Row::name);
}
