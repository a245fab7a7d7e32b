package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * A way of {@value #METRES} m between two units that are neighbours although their land does not meet: over a street's corner, over a bridge.
 * With it, a beat of both is in one piece. The half near each unit is that unit's.
 *
 * @param unit the one, by its number
 * @param other the other
 * @param ofUnit the half of {@code unit}, in the metric CRS
 * @param ofOther the half of {@code other}; what both halves claim is the first one's
 */
public record Way(int unit, int other, Geometry ofUnit, Geometry ofOther) {
    /** How wide a way is. */
    public static final double METRES = 5;

    private static final int QUADRANT_SEGMENTS = 4;

    /** Two units, by their numbers. */
    public record Pair(int unit, int other) {}

    /**
     * Returns the ways that can be laid, the first ones first: along the shortest line between the two, through no other unit and over no
     * way laid before.
     *
     * @param units areas in the metric CRS
     */
    public static List<Way> between(List<? extends Geometry> units, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        STRtree index = new STRtree();
        for (int unit = 0; unit < units.size(); unit++) {
            index.insert(units.get(unit).getEnvelopeInternal(), unit);
        }
        List<Way> laid = new ArrayList<>();
        for (Pair pair : pairs) {
            Way way = along(units, pair);
            if (laid.stream().noneMatch(way::crosses) && way.leavesOthersWhole(units, index)) {
                laid.add(way);
            }
        }
        return laid;
    }

    private static Way along(List<? extends Geometry> units, Pair pair) {
        Coordinate[] ends = DistanceOp.nearestPoints(units.get(pair.unit()), units.get(pair.other()));
        Coordinate middle = new Coordinate((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2);
        return new Way(pair.unit(), pair.other(), strip(ends[0], middle), strip(ends[1], middle));
    }

    private static Geometry strip(Coordinate from, Coordinate to) {
        return new GeometryFactory()
                .createLineString(new Coordinate[] {from, to})
                .buffer(METRES / 2, QUADRANT_SEGMENTS);
    }

    /** Two ways may begin at one unit, and nowhere else meet. */
    private boolean crosses(Way before) {
        return (unit != before.unit && ofUnit.intersects(before.ofUnit))
                || (unit != before.other && ofUnit.intersects(before.ofOther))
                || (other != before.unit && ofOther.intersects(before.ofUnit))
                || (other != before.other && ofOther.intersects(before.ofOther));
    }

    private boolean leavesOthersWhole(List<? extends Geometry> units, STRtree index) {
        Geometry land = ofUnit.union(ofOther);
        for (Object found : index.query(land.getEnvelopeInternal())) {
            int third = (Integer) found;
            Geometry area = units.get(third);
            boolean isThird = third != unit && third != other;
            if (isThird && area.intersects(land) && parts(area.difference(land)) != parts(area)) {
                return false;
            }
        }
        return true;
    }

    private static int parts(Geometry area) {
        return area.isEmpty() ? 0 : area.getNumGeometries();
    }

    /** Returns the lines that a division has to follow. */
    List<Geometry> lines() {
        return List.of(ofUnit, ofOther);
    }

    /** Returns whose half a place is in, or empty. */
    Optional<Integer> ownerOf(Geometry place) {
        if (ofUnit.intersects(place)) {
            return Optional.of(unit);
        }
        return ofOther.intersects(place) ? Optional.of(other) : Optional.empty();
    }
}
