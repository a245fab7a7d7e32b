package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.land.Shapes;
import org.copse.samplemaps.land.Street;
import org.copse.samplemaps.land.Terrain;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Where a person on foot gets over the river and under the railways: wherever a main street meets them, and on a
 * footbridge wherever a part of the city would otherwise be cut off.
 */
final class Crossings {

    private static final double NEAR_METRES = 25;
    private static final double APART_METRES = 120;

    private final Terrain terrain;
    private final List<Area> units;
    private final List<Row> rows = new ArrayList<>();

    private Crossings(Terrain terrain, List<Area> units) {
        this.terrain = terrain;
        this.units = units;
    }

    static List<Row> of(Terrain terrain, List<Street> streets, List<Area> units) {
        Crossings crossings = new Crossings(terrain, units);
        for (Street street : streets) {
            if (street.rank() == Street.Rank.MAIN) {
                crossings.where(street.line(), terrain.river(), "bridge", "Brug ");
                for (LineString railway : terrain.railways()) {
                    crossings.where(street.line(), railway, "underpass", "Onderdoorgang ");
                }
            }
        }
        crossings.add(
                Shapes.METRES.createPoint(nearestOn(terrain.railways().get(0), Shapes.at(-320, 1080))),
                "underpass",
                "Stationstunnel");
        crossings.joinWhatIsCutOff();
        return crossings.rows;
    }

    private void where(LineString street, LineString barrier, String kind, String name) {
        Geometry met = street.intersection(barrier).intersection(terrain.district());
        for (int i = 0; i < met.getNumGeometries(); i++) {
            if (met.getGeometryN(i) instanceof Point point && !point.isEmpty()) {
                add(point, kind, name + Names.BEATS.get(rows.size() % Names.BEATS.size()));
            }
        }
    }

    private void add(Point at, String kind, String name) {
        boolean apart = rows.stream().allMatch(row -> row.shape().distance(at) > APART_METRES);
        if (apart) {
            rows.add(Row.of(at, "ID", String.format("X%02d", rows.size() + 1), "NAME", name, "KIND", kind));
        }
    }

    private static Coordinate nearestOn(LineString line, Coordinate place) {
        LengthIndexedLine along = new LengthIndexedLine(line);
        return along.extractPoint(along.project(place));
    }

    private void joinWhatIsCutOff() {
        Geometry barriers = terrain.river()
                .union(Shapes.METRES.buildGeometry(terrain.railways()))
                .buffer(0.6);
        while (true) {
            int[] part = parts(barriers);
            Geometry longest = null;
            for (int a = 0; a < part.length; a++) {
                for (int b = a + 1; b < part.length; b++) {
                    if (part[a] != part[b]
                            && units.get(a)
                                    .outline()
                                    .getEnvelopeInternal()
                                    .intersects(units.get(b).outline().getEnvelopeInternal())) {
                        Geometry shared =
                                units.get(a).outline().intersection(units.get(b).outline());
                        longest = longest == null || shared.getLength() > longest.getLength() ? shared : longest;
                    }
                }
            }
            if (longest == null) {
                return;
            }
            LengthIndexedLine along = new LengthIndexedLine(longest);
            Point middle = Shapes.METRES.createPoint(along.extractPoint(longest.getLength() / 2));
            rows.add(Row.of(
                    middle,
                    "ID",
                    String.format("X%02d", rows.size() + 1),
                    "NAME",
                    "Loopbrug " + (rows.size() + 1),
                    "KIND",
                    "footbridge"));
        }
    }

    /** Returns the part of each unit, two units being in one part when a person can walk from one to the other. */
    private int[] parts(Geometry barriers) {
        int[] part = new int[units.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
        }
        for (int a = 0; a < part.length; a++) {
            for (int b = a + 1; b < part.length; b++) {
                if (part[a] != part[b]
                        && walkable(units.get(a).outline(), units.get(b).outline(), barriers)) {
                    int gone = part[b];
                    int stays = part[a];
                    for (int i = 0; i < part.length; i++) {
                        part[i] = part[i] == gone ? stays : part[i];
                    }
                }
            }
        }
        Map<Integer, Integer> number = new TreeMap<>();
        for (int i = 0; i < part.length; i++) {
            number.putIfAbsent(part[i], number.size());
        }
        return part;
    }

    private boolean walkable(Geometry a, Geometry b, Geometry barriers) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return false;
        }
        Geometry shared = a.intersection(b);
        if (shared.getLength() < 1) {
            return false;
        }
        return shared.difference(barriers).getLength() > 1
                || rows.stream().anyMatch(row -> row.shape().distance(shared) < NEAR_METRES);
    }
}
