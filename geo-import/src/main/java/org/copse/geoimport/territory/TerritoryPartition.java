package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.adjacency.BoundarySegments;
import org.copse.geoimport.adjacency.ExposedBoundary;
import org.copse.geoimport.adjacency.SegmentTree;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * One division of a district. All lines (units, middles of streets, outline) are noded together on one grid; each face that they enclose then
 * belongs to exactly one unit, so the result is a partition however untidy the units are.
 */
final class TerritoryPartition {

    /** Middles of streets are worked out to a millimetre, whatever grid they are drawn on. */
    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1_000);

    private static final double REACH_METRES = 50;

    private final List<? extends Geometry> units;
    private final BoundarySegments segments;
    private final ExposedBoundary boundary;
    private final Grid grid;
    private final GeometryFactory geometry = new GeometryFactory();
    private final STRtree unitIndex = new STRtree();
    private final Geometry outline;
    private final List<Way> ways;

    TerritoryPartition(List<? extends Geometry> units, Geometry outline, Grid grid, List<Way> ways) {
        this.ways = List.copyOf(ways);
        Territories.requireUnits(units);
        this.units = units;
        this.grid = grid;
        this.segments = BoundarySegments.ofAreas(units);
        this.boundary = new ExposedBoundary(segments);
        this.outline = outline;
        for (int unit = 0; unit < units.size(); unit++) {
            unitIndex.insert(units.get(unit).getEnvelopeInternal(), unit);
        }
        unitIndex.build();
    }

    List<Geometry> territories() {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(nodedLines());
        Collection<?> faces = polygonizer.getPolygons();
        IndexedPointInAreaLocator district = new IndexedPointInAreaLocator(outline);
        SegmentTree everything = SegmentTree.of(segments);
        List<List<Polygon>> perUnit = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            perUnit.add(new ArrayList<>());
        }
        for (Object face : faces) {
            Polygon polygon = (Polygon) face;
            Coordinate inside = grid.toMetric(polygon.getInteriorPoint()).getCoordinate();
            int unit = unitOf(inside);
            if (unit < 0 && district.locate(inside) != Location.EXTERIOR) {
                unit = segments.owner(everything.nearest(inside.x, inside.y, Double.MAX_VALUE, segment -> true));
            }
            if (unit >= 0) {
                perUnit.get(unit).add(polygon);
            }
        }
        List<Geometry> onGrid = perUnit.parallelStream().map(this::dissolve).toList();
        return new LooseLand(onGrid, units, grid)
                .mended().parallelStream().map(grid::toMetric).toList();
    }

    private int unitOf(Coordinate place) {
        for (Way way : ways) {
            Optional<Integer> owner = way.ownerOf(geometry.createPoint(place));
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        int found = -1;
        for (Object candidate : unitIndex.query(new Envelope(place))) {
            int unit = (Integer) candidate;
            if ((found < 0 || unit < found)
                    && SimplePointInAreaLocator.locate(place, units.get(unit)) != Location.EXTERIOR) {
                found = unit;
            }
        }
        return found;
    }

    /** Returns an empty polygon for a unit without faces: one that repeats an earlier unit, or lies inside it. */
    private Geometry dissolve(List<Polygon> faces) {
        return switch (faces.size()) {
            case 0 -> geometry.createPolygon();
            case 1 -> faces.get(0);
            default -> CoverageUnion.union(faces.toArray(Geometry[]::new));
        };
    }

    private List<LineString> nodedLines() {
        List<SegmentString> strings = new ArrayList<>();
        for (Geometry unit : units) {
            addLines(unit, strings);
        }
        addLines(outline, strings);
        ways.forEach(way -> way.lines().forEach(half -> addLines(half, strings)));
        List<LineString> bisectors =
                new Bisectors(new GapSites(segments, boundary), outline.getEnvelopeInternal(), MILLIMETRES).lines();
        for (LineString line : bisectors) {
            strings.add(string(line.getCoordinates()));
        }
        for (SegmentString tie : new LooseEnds(bisectors, boundary.tree(), segments, REACH_METRES).tied()) {
            strings.add(string(tie.getCoordinates()));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(grid.precision());
        noder.computeNodes(strings);
        return distinctEdges(noder.getNodedSubstrings());
    }

    private SegmentString string(Coordinate[] metric) {
        return new NodedSegmentString(grid.onto(metric), null);
    }

    private void addLines(Geometry area, List<SegmentString> strings) {
        for (Object line : LinearComponentExtracter.getLines(area)) {
            strings.add(string(((LineString) line).getCoordinates()));
        }
    }

    /** Returns every noded edge once, piece by piece: two units that share a boundary both brought it. */
    private List<LineString> distinctEdges(Collection<?> noded) {
        Set<CommonBorder.Edge> seen = new HashSet<>();
        List<LineString> edges = new ArrayList<>();
        for (Object string : noded) {
            Coordinate[] points = ((SegmentString) string).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                if (!points[i - 1].equals2D(points[i]) && seen.add(CommonBorder.Edge.of(points[i - 1], points[i]))) {
                    edges.add(geometry.createLineString(new Coordinate[] {points[i - 1], points[i]}));
                }
            }
        }
        return edges;
    }

    static List<Geometry> union(List<Geometry> territories, int[] groupOfTerritory, int groups) {
        if (groupOfTerritory.length != territories.size()) {
            throw new IllegalArgumentException(
                    groupOfTerritory.length + " groups are given for " + territories.size() + " territories");
        }
        GeometryFactory factory = territories.isEmpty()
                ? new GeometryFactory()
                : territories.get(0).getFactory();
        List<List<Geometry>> members = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            members.add(new ArrayList<>());
        }
        for (int territory = 0; territory < groupOfTerritory.length; territory++) {
            if (!territories.get(territory).isEmpty()) {
                members.get(groupOfTerritory[territory]).add(territories.get(territory));
            }
        }
        return members.stream()
                .<Geometry>map(group ->
                        group.isEmpty() ? factory.createPolygon() : CoverageUnion.union(group.toArray(Geometry[]::new)))
                .toList();
    }
}
