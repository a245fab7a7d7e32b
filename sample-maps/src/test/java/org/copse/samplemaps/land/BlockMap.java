package org.copse.samplemaps.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * All blocks of the district, an exact coverage, and which of them share how many metres of boundary.
 */
public final class BlockMap {

    private final List<Block> blocks;
    private final List<Map<Integer, Double>> open;
    private final List<Map<Integer, Double>> barred;

    private BlockMap(List<Block> blocks, List<Map<Integer, Double>> open, List<Map<Integer, Double>> barred) {
        this.blocks = blocks;
        this.open = open;
        this.barred = barred;
    }

    /** Cuts the district along its streets, its river and its railways. */
    public static BlockMap cut(Terrain terrain, List<Street> streets) {
        List<LineString> lines = new ArrayList<>();
        lines.add(terrain.district().getExteriorRing());
        lines.add(terrain.river());
        lines.addAll(terrain.railways());
        streets.forEach(street -> lines.add(street.line()));
        PreparedGeometry district =
                PreparedGeometryFactory.prepare(terrain.district().buffer(0.5));
        PreparedGeometry water = PreparedGeometryFactory.prepare(terrain.water());
        List<Block> blocks = new ArrayList<>();
        for (Polygon face : StreetPlan.faces(lines)) {
            if (district.contains(face.getInteriorPoint())) {
                double land = water.intersects(face)
                        ? face.difference(terrain.water()).getArea()
                        : face.getArea();
                Coordinate centre = face.getInteriorPoint().getCoordinate();
                blocks.add(new Block(face, centre, land, LandUse.of(face, centre, land)));
            }
        }
        return joined(blocks, terrain);
    }

    private static BlockMap joined(List<Block> blocks, Terrain terrain) {
        List<Geometry> barriers = new ArrayList<>(terrain.railways());
        barriers.add(terrain.river());
        PreparedGeometry barrier = PreparedGeometryFactory.prepare(
                Shapes.METRES.buildGeometry(barriers).buffer(0.6));
        List<Map<Integer, Double>> open = maps(blocks.size());
        List<Map<Integer, Double>> barred = maps(blocks.size());
        Map<LineSegment, Integer> seen = new HashMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            for (LineSegment side : sides(blocks.get(block).outline())) {
                Integer other = seen.putIfAbsent(side, block);
                if (other != null) {
                    boolean crosses = barrier.contains(Shapes.METRES.createPoint(side.midPoint()));
                    List<Map<Integer, Double>> to = crosses ? barred : open;
                    to.get(block).merge(other, side.getLength(), Double::sum);
                    to.get(other).merge(block, side.getLength(), Double::sum);
                }
            }
        }
        return new BlockMap(List.copyOf(blocks), open, barred);
    }

    private static List<Map<Integer, Double>> maps(int count) {
        List<Map<Integer, Double>> maps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            maps.add(new TreeMap<>());
        }
        return maps;
    }

    private static List<LineSegment> sides(Polygon outline) {
        List<LineSegment> sides = new ArrayList<>();
        addSides(outline.getExteriorRing(), sides);
        for (int hole = 0; hole < outline.getNumInteriorRing(); hole++) {
            addSides(outline.getInteriorRingN(hole), sides);
        }
        return sides;
    }

    private static void addSides(LineString ring, List<LineSegment> sides) {
        for (int i = 0; i + 1 < ring.getNumPoints(); i++) {
            LineSegment side = new LineSegment(ring.getCoordinateN(i), ring.getCoordinateN(i + 1));
            side.normalize();
            sides.add(side);
        }
    }

    /** Returns all blocks. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Returns, by block, its neighbours across streets alone, with the metres that they share. */
    public List<Map<Integer, Double>> neighbours() {
        return open;
    }

    /** Returns, by block, its neighbours across the river or a railway, with the metres that they share. */
    public List<Map<Integer, Double>> neighboursAcrossBarriers() {
        return barred;
    }
}
