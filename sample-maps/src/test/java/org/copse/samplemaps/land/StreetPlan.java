package org.copse.samplemaps.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The streets: main streets first, then each quarter between them is cut across its longer side, again and again, until
 * its pieces are as small as blocks are there. This is how towns were parcelled out, and it looks it.
 */
public final class StreetPlan {

    private static final int TRIES = 8;
    private static final double COUNTRY_SQUARE_METRES = 900_000;

    private final Random random;
    private final List<Street> streets = new ArrayList<>();

    private StreetPlan(Random random) {
        this.random = random;
    }

    /** Returns all streets of the district, and the main streets of the land around it. */
    public static List<Street> draw(Terrain terrain, Random random) {
        StreetPlan plan = new StreetPlan(random);
        List<LineString> lines = new ArrayList<>();
        lines.add(terrain.district().getExteriorRing());
        lines.add(Shapes.largest(terrain.land().buffer(-20)).getExteriorRing());
        lines.add(terrain.river());
        lines.addAll(terrain.railways());
        List<LineString> mains = MainStreets.draw(random);
        for (int number = 0; number < mains.size(); number++) {
            for (LineString part : MainStreets.within(terrain.land(), mains.get(number), 40)) {
                plan.streets.add(new Street(Street.Rank.MAIN, part, number));
                lines.add(part);
            }
        }
        for (Polygon quarter : faces(lines)) {
            if (terrain.district().contains(quarter.getInteriorPoint())) {
                plan.divide(quarter, 0, 0);
            } else if (terrain.land().contains(quarter.getInteriorPoint())) {
                plan.divide(quarter, 0, COUNTRY_SQUARE_METRES);
            }
        }
        return plan.streets;
    }

    /** Returns the faces between lines, after noding them on the grid. */
    static List<Polygon> faces(List<LineString> lines) {
        Geometry all = Shapes.METRES.buildGeometry(new ArrayList<Geometry>(lines));
        Geometry noded = OverlayNG.overlay(all, null, OverlayNG.UNION, Shapes.METRES.getPrecisionModel());
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) face);
        }
        faces.sort((a, b) -> a.getEnvelopeInternal().compareTo(b.getEnvelopeInternal()));
        return faces;
    }

    private void divide(Polygon quarter, int depth, double atLeastSquareMetres) {
        double target = Math.max(
                atLeastSquareMetres,
                Settlement.blockSquareMetres(quarter.getCentroid().getCoordinate()));
        if (quarter.getArea() < target * (1.15 + 0.75 * random.nextDouble())) {
            return;
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            LineString cut = cutAcross(quarter, attempt);
            List<Polygon> pieces = pieces(quarter, cut);
            boolean fair = pieces.size() > 1
                    && pieces.stream()
                            .allMatch(piece -> piece.getArea() > 0.22 * Math.min(target, quarter.getArea() / 2));
            if (fair) {
                for (LineString street : MainStreets.within(quarter, cut, 5)) {
                    boolean secondary = depth < 3 && street.getLength() > 420;
                    streets.add(new Street(secondary ? Street.Rank.SECONDARY : Street.Rank.MINOR, street, -1));
                }
                pieces.forEach(piece -> divide(piece, depth + 1, atLeastSquareMetres));
                return;
            }
        }
    }

    /** Cuts across the longer side of the smallest rectangle around the quarter, not quite in the middle, not quite square. */
    private LineString cutAcross(Polygon quarter, int attempt) {
        Coordinate[] corner = MinimumAreaRectangle.getMinimumRectangle(quarter).getCoordinates();
        double first = corner[0].distance(corner[1]);
        double second = corner[1].distance(corner[2]);
        boolean square = Math.max(first, second) < 1.25 * Math.min(first, second);
        boolean swap = square ? random.nextBoolean() : first < second;
        if (attempt >= TRIES / 2 && square) {
            swap = !swap;
        }
        Coordinate a = swap ? corner[1] : corner[0];
        Coordinate b = swap ? corner[2] : corner[1];
        Coordinate c = swap ? corner[3] : corner[2];
        Coordinate d = swap ? corner[0] : corner[3];
        double spread = 0.24 + 0.03 * attempt;
        double at = 0.5 + spread * (random.nextDouble() - 0.5);
        double skew = 0.10 * random.nextGaussian() * Math.min(1, b.distance(c) / a.distance(b));
        Coordinate from = between(a, b, at - skew);
        Coordinate to = between(d, c, at + skew);
        return bent(from, to);
    }

    private LineString bent(Coordinate from, Coordinate to) {
        double length = from.distance(to);
        double nx = -(to.y - from.y) / length;
        double ny = (to.x - from.x) / length;
        List<Coordinate> through = new ArrayList<>();
        through.add(between(from, to, -0.08));
        int bends = length > 900 ? 3 : length > 250 ? 2 : 1;
        double bow = 0.045 * length * random.nextGaussian();
        for (int i = 1; i <= bends; i++) {
            double t = (i + 0.3 * (random.nextDouble() - 0.5)) / (bends + 1);
            double off = bow * StrictMath.sin(Math.PI * t) + 0.012 * length * random.nextGaussian();
            Coordinate on = between(from, to, t);
            through.add(new Coordinate(on.x + off * nx, on.y + off * ny));
        }
        through.add(between(from, to, 1.08));
        return length > 250 ? Shapes.smooth(through, 60) : Shapes.onGrid(line(through));
    }

    private static LineString line(List<Coordinate> through) {
        return Shapes.METRES.createLineString(through.toArray(new Coordinate[0]));
    }

    private static Coordinate between(Coordinate a, Coordinate b, double share) {
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private static List<Polygon> pieces(Polygon quarter, LineString cut) {
        Geometry lines = OverlayNGRobust.overlay(quarter.getBoundary(), cut, OverlayNG.UNION);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(lines);
        List<Polygon> pieces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon piece = (Polygon) face;
            if (quarter.contains(piece.getInteriorPoint())) {
                pieces.add(piece);
            }
        }
        pieces.sort((a, b) -> a.getEnvelopeInternal().compareTo(b.getEnvelopeInternal()));
        return pieces;
    }
}
