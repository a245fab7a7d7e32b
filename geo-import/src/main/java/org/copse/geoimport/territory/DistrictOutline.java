package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The outline of a district that only its units tell of: the units, closed over streets as wide as given, and over what they enclose
 * where that is no wider than streets, squares and water are.
 *
 * <p>Enclosed land belongs to the district where no circle wider than {@value #WATER_METRES} m fits in (a street, a canal, a
 * courtyard), or none wider than {@value #SQUARE_METRES_WIDE} m and the whole is no more than {@value #MOST_SQUARE_KILOMETRES} km² (a
 * square, a small park). All else stays outside, unless it is chosen.
 *
 * @param area the district, in the metric CRS
 * @param enclosed land that is larger than that, the largest first
 */
public record DistrictOutline(Geometry area, List<EnclosedLand> enclosed) {
    /** Water between units is no wider, in metres. */
    public static final double WATER_METRES = 150;

    /** Squares and small parks are no wider, in metres. */
    public static final double SQUARE_METRES_WIDE = 300;

    /** Squares and small parks are no larger. */
    public static final double MOST_SQUARE_KILOMETRES = 0.3;

    private static final double WAY_METRES = 5;
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final int QUADRANT_SEGMENTS = 4;
    private static final double WIDTH_TOLERANCE_METRES = 1;

    /** Copies the list. */
    public DistrictOutline {
        enclosed = List.copyOf(enclosed);
    }

    /**
     * Returns the outline of units.
     *
     * @param units valid areas in the metric CRS
     * @param widthMetres the widest street; places from which no circle of this width can roll away are inside
     * @param chosen which enclosed land belongs to the district although it is larger
     */
    public static DistrictOutline of(List<? extends Geometry> units, double widthMetres, Predicate<Polygon> chosen) {
        Holes holes = new Holes(closed(units, widthMetres), units, widthMetres, chosen);
        Geometry area = holes.area();
        holes.enclosed.sort((one, other) ->
                Double.compare(other.land().getArea(), one.land().getArea()));
        return new DistrictOutline(area, holes.enclosed);
    }

    /** Decides on the holes of units that were closed over streets. */
    private static final class Holes {
        private final Geometry closed;
        private final List<? extends Geometry> units;
        private final double widthMetres;
        private final Predicate<Polygon> chosen;
        private final List<EnclosedLand> enclosed = new ArrayList<>();
        private final List<Geometry> filled = new ArrayList<>();

        Holes(Geometry closed, List<? extends Geometry> units, double widthMetres, Predicate<Polygon> chosen) {
            this.closed = closed;
            this.units = units;
            this.widthMetres = widthMetres;
            this.chosen = chosen;
        }

        Geometry area() {
            GeometryFactory geometry = closed.getFactory();
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < closed.getNumGeometries(); i++) {
                Polygon part = (Polygon) closed.getGeometryN(i);
                List<LinearRing> outside = new ArrayList<>();
                for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                    Polygon land = geometry.createPolygon(part.getInteriorRingN(hole));
                    List<Geometry> islands = within(land, closed);
                    if (islands.isEmpty()) {
                        double width = width(land);
                        if (!isStreetOrSquare(land, width)) {
                            Polygon exact = exact(land, units, widthMetres);
                            if (!isChosen(exact, exact.equalsExact(land) ? width : width(exact))) {
                                outside.add(exact.getExteriorRing());
                            }
                        }
                    } else {
                        Polygon exact = exact(land, units, widthMetres);
                        outside.add(exact.getExteriorRing());
                        fillAround(islands, exact);
                    }
                }
                parts.add(geometry.createPolygon(part.getExteriorRing(), outside.toArray(LinearRing[]::new)));
            }
            parts.addAll(filled);
            return filled.isEmpty() ? geometry.buildGeometry(parts) : areas(OverlayNGRobust.union(parts));
        }

        /** What lies around islands is judged without them: a moat is water, however large the castle. */
        private void fillAround(List<Geometry> islands, Polygon land) {
            Geometry around = areas(
                    OverlayNGRobust.overlay(land, land.getFactory().buildGeometry(islands), OverlayNG.DIFFERENCE));
            for (int i = 0; i < around.getNumGeometries(); i++) {
                Polygon piece = (Polygon) around.getGeometryN(i);
                double width = width(piece);
                if (isStreetOrSquare(piece, width) || isChosen(piece, width)) {
                    filled.add(piece);
                }
            }
        }

        private boolean isChosen(Polygon land, double width) {
            boolean included = chosen.test(land);
            enclosed.add(new EnclosedLand(land, width, included));
            return included;
        }
    }

    /** Returns the parts of an outline that lie within a hole of another one. */
    private static List<Geometry> within(Polygon ring, Geometry closed) {
        List<Geometry> islands = new ArrayList<>();
        for (int i = 0; i < closed.getNumGeometries(); i++) {
            Geometry other = closed.getGeometryN(i);
            if (ring.getEnvelopeInternal().contains(other.getEnvelopeInternal())
                    && ring.contains(other.getInteriorPoint())) {
                islands.add(other);
            }
        }
        return islands;
    }

    /**
     * Returns this outline with a way to each unit that a rule links, so that the land of a beat of both is in one piece: a strip of
     * {@value #WAY_METRES} m along the shortest line between them.
     *
     * @param linked pairs of areas in the metric CRS
     */
    public DistrictOutline reaching(List<LinkedUnits> linked) {
        if (linked.isEmpty()) {
            return this;
        }
        List<Geometry> land = new ArrayList<>();
        land.add(area);
        for (LinkedUnits pair : linked) {
            Coordinate[] nearest = DistanceOp.nearestPoints(pair.unit(), pair.other());
            land.add(area.getFactory().createLineString(nearest).buffer(WAY_METRES / 2, QUADRANT_SEGMENTS));
        }
        return new DistrictOutline(areas(OverlayNGRobust.union(land)), enclosed);
    }

    /**
     * Two units that a rule links.
     *
     * @param unit the one
     * @param other the other
     */
    public record LinkedUnits(Geometry unit, Geometry other) {}

    /**
     * Returns enclosed land with its corners, where units that touch enclose it: closing rounds them off. Where streets lead out of it
     * there is no such ring, and it stays as it is.
     */
    private static Polygon exact(Polygon land, List<? extends Geometry> units, double widthMetres) {
        Envelope near = new Envelope(land.getEnvelopeInternal());
        near.expandBy(widthMetres + 1);
        List<Geometry> around = new ArrayList<>();
        units.stream()
                .filter(unit -> near.intersects(unit.getEnvelopeInternal()))
                .forEach(around::add);
        Geometry union = areas(OverlayNGRobust.union(around));
        Geometry inside = land.getInteriorPoint();
        Geometry most = land.buffer(widthMetres / 2 + 1, QUADRANT_SEGMENTS);
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                Polygon ring = land.getFactory().createPolygon(part.getInteriorRingN(hole));
                if (ring.contains(inside) && most.covers(ring)) {
                    return ring;
                }
            }
        }
        return land;
    }

    private static Geometry closed(List<? extends Geometry> units, double widthMetres) {
        if (widthMetres == 0) {
            return areas(OverlayNGRobust.union(List.copyOf(units)));
        }
        List<Geometry> grown = new ArrayList<>(units.size());
        units.parallelStream()
                .map(unit -> unit.buffer(widthMetres / 2, QUADRANT_SEGMENTS))
                .forEachOrdered(grown::add);
        return areas(OverlayNGRobust.union(grown).buffer(-widthMetres / 2, QUADRANT_SEGMENTS));
    }

    private static Geometry areas(Geometry mixed) {
        Collection<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < mixed.getNumGeometries(); i++) {
            if (mixed.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                areas.add(polygon);
            }
        }
        return mixed.getFactory().buildGeometry(areas);
    }

    private static boolean isStreetOrSquare(Polygon land, double width) {
        return width <= WATER_METRES
                || (width <= SQUARE_METRES_WIDE
                        && land.getArea() <= MOST_SQUARE_KILOMETRES * SQUARE_METRES_PER_SQUARE_KILOMETRE);
    }

    private static double width(Polygon land) {
        return 2
                * MaximumInscribedCircle.getRadiusLine(land, WIDTH_TOLERANCE_METRES)
                        .getLength();
    }
}
