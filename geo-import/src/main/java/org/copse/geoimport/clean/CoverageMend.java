package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Closes gaps and overlaps between areas up to a width.
 *
 * <p>All boundaries are noded together, places closer than a fraction of the width being one; each face that they enclose
 * belongs to the areas that cover it. A face that none or several cover and that is no wider than the width goes to the
 * neighbour with which it has the longest border. Wider ones stay as they are: squares and lakes are no errors of
 * drawing, and whose land an overlap is, nobody can know.
 */
final class CoverageMend {
    private static final double SNAP_SHARE = 0.25;
    private static final double WIDEST_SNAP_METRES = 0.1;
    private static final double WIDTH_PRECISION_SHARE = 0.02;
    private static final int PASSES = 8;

    private final List<Geometry> areas;
    private final double widthMetres;
    private final GeometryFactory geometry = new GeometryFactory();
    private final STRtree index = new STRtree();
    private final List<PointOnGeometryLocator> locators = new ArrayList<>();
    private final List<Polygon> faces = new ArrayList<>();
    /** The areas of each face: none where it is a gap, several where they overlap. */
    private final List<Set<Integer>> owners = new ArrayList<>();

    private final Map<Edge, List<Integer>> facesOfEdge = new HashMap<>();
    private int gapsClosed;
    private int overlapsClosed;
    private double metresSquaredMoved;

    /** A piece of boundary, whichever way it is gone along. */
    private record Edge(Coordinate one, Coordinate other) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a, b) : new Edge(b, a);
        }

        double length() {
            return one.distance(other);
        }
    }

    /**
     * @param areas valid polygons or multipolygons, in metres
     * @param widthMetres over 0
     */
    CoverageMend(List<Geometry> areas, double widthMetres) {
        this.areas = areas;
        this.widthMetres = widthMetres;
        for (int i = 0; i < areas.size(); i++) {
            index.insert(areas.get(i).getEnvelopeInternal(), i);
            locators.add(new IndexedPointInAreaLocator(areas.get(i)));
        }
    }

    /** Returns the areas, mended: the same objects where nothing of them changed. */
    List<Geometry> mended() {
        build();
        Set<Integer> touched = new HashSet<>();
        for (int pass = 0; pass < PASSES && close(touched); pass++) {
            // A gap may border on another one only: once that has an owner, it can have one too.
        }
        List<List<Polygon>> parts = new ArrayList<>();
        areas.forEach(area -> parts.add(new ArrayList<>()));
        for (int face = 0; face < faces.size(); face++) {
            for (int area : owners.get(face)) {
                parts.get(area).add(faces.get(face));
            }
        }
        List<Geometry> mended = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            mended.add(rebuilt(areas.get(area), parts.get(area), touched.contains(area)));
        }
        return mended;
    }

    /** Returns the faces that no area covers and that are no wider than the width, instead of mending. */
    List<Polygon> narrowGaps() {
        build();
        List<Polygon> gaps = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            if (owners.get(face).isEmpty() && isNarrow(faces.get(face), widthMetres)) {
                gaps.add(faces.get(face));
            }
        }
        return gaps;
    }

    int gapsClosed() {
        return gapsClosed;
    }

    int overlapsClosed() {
        return overlapsClosed;
    }

    /** Returns the land that changed hands, in square metres. */
    double squareMetresMoved() {
        return metresSquaredMoved;
    }

    private void build() {
        List<SegmentString> strings = new ArrayList<>();
        for (Geometry area : areas) {
            for (Object line : LinearComponentExtracter.getLines(area)) {
                strings.add(new NodedSegmentString(((LineString) line).getCoordinates(), null));
            }
        }
        SnappingNoder noder = new SnappingNoder(Math.min(widthMetres * SNAP_SHARE, WIDEST_SNAP_METRES));
        noder.computeNodes(strings);
        Set<Edge> edges = new LinkedHashSet<>();
        for (Object noded : noder.getNodedSubstrings()) {
            Coordinate[] points = ((SegmentString) noded).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                if (!points[i - 1].equals2D(points[i])) {
                    edges.add(Edge.of(points[i - 1], points[i]));
                }
            }
        }
        Polygonizer polygonizer = new Polygonizer();
        edges.forEach(edge -> polygonizer.add(geometry.createLineString(new Coordinate[] {edge.one(), edge.other()})));
        Collection<?> enclosed = polygonizer.getPolygons();
        for (Object face : enclosed) {
            add((Polygon) face);
        }
    }

    private void add(Polygon face) {
        Coordinate inside = face.getInteriorPoint().getCoordinate();
        Set<Integer> covering = new LinkedHashSet<>();
        for (Object candidate : index.query(new Envelope(inside))) {
            int area = (Integer) candidate;
            if (locators.get(area).locate(inside) != Location.EXTERIOR) {
                covering.add(area);
            }
        }
        int number = faces.size();
        faces.add(face);
        owners.add(covering);
        edges(face).forEach(edge -> facesOfEdge
                .computeIfAbsent(edge, e -> new ArrayList<>(2))
                .add(number));
    }

    private static List<Edge> edges(Polygon face) {
        List<Edge> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(face)) {
            Coordinate[] points = ((LineString) line).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                edges.add(Edge.of(points[i - 1], points[i]));
            }
        }
        return edges;
    }

    /** Gives each narrow face that none or several own to one of its neighbours; returns whether any was given. */
    private boolean close(Set<Integer> touched) {
        boolean any = false;
        for (int face = 0; face < faces.size(); face++) {
            Set<Integer> now = owners.get(face);
            if (now.size() == 1 || !isNarrow(faces.get(face), widthMetres)) {
                continue;
            }
            int owner = neighbourWithLongestBorder(face, now);
            if (owner >= 0) {
                gapsClosed += now.isEmpty() ? 1 : 0;
                overlapsClosed += now.isEmpty() ? 0 : 1;
                metresSquaredMoved += faces.get(face).getArea();
                touched.addAll(now);
                touched.add(owner);
                owners.set(face, Set.of(owner));
                any = true;
            }
        }
        return any;
    }

    /** Returns the only owner across the longest border, of {@code allowed} where there are some, or -1. */
    private int neighbourWithLongestBorder(int face, Set<Integer> allowed) {
        Map<Integer, Double> metres = new TreeMap<>();
        for (Edge edge : edges(faces.get(face))) {
            for (int other : facesOfEdge.getOrDefault(edge, List.of())) {
                Set<Integer> owner = owners.get(other);
                if (other != face && owner.size() == 1) {
                    int area = owner.iterator().next();
                    if (allowed.isEmpty() || allowed.contains(area)) {
                        metres.merge(area, edge.length(), Double::sum);
                    }
                }
            }
        }
        int best = allowed.isEmpty() ? -1 : allowed.iterator().next();
        double most = 0;
        for (Map.Entry<Integer, Double> entry : metres.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    private Geometry rebuilt(Geometry area, List<Polygon> parts, boolean touched) {
        if (parts.isEmpty()) {
            return touched ? geometry.createPolygon() : area;
        }
        Geometry union = parts.size() == 1 ? parts.get(0) : CoverageUnion.union(parts.toArray(Geometry[]::new));
        return !touched && union.norm().equalsExact(area.norm()) ? area : union;
    }

    /** Returns a width that an area cannot fall below: the diameter of its largest circle is at least twice area by perimeter. */
    static double leastWidth(Geometry area) {
        return 2 * area.getArea() / area.getLength();
    }

    /** Returns whether no circle wider than {@code widthMetres} fits into an area. */
    static boolean isNarrow(Geometry area, double widthMetres) {
        if (leastWidth(area) > widthMetres) {
            return false;
        }
        double radius = MaximumInscribedCircle.getRadiusLine(area, widthMetres * WIDTH_PRECISION_SHARE)
                .getLength();
        return 2 * radius <= widthMetres;
    }
}
