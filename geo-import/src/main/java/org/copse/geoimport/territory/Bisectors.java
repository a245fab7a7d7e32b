package org.copse.geoimport.territory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.triangulate.IncrementalDelaunayTriangulator;
import org.locationtech.jts.triangulate.quadedge.LocateFailureException;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/**
 * The lines in the middle of streets: where the nearest unit changes. They are those edges of the Voronoi diagram of the sites that part sites of
 * different units, worked out tile by tile so that memory does not grow with the country.
 */
final class Bisectors {

    private static final int SITES_PER_TILE = 60_000;
    private static final double TILE_MARGIN_METRES = 250;
    private static final double SMOOTHING_METRES = 0.1;
    private static final int HILBERT_LEVEL = 14;
    private static final int TRIES = 5;

    /** How far lines run beyond the district, so that its outline cuts them. */
    private static final double OVERHANG_METRES = 10;

    private final GapSites sites;
    private final Envelope world;
    private final PrecisionModel precision;
    private final GeometryFactory geometry;

    /**
     * Prepares for sites in a district.
     *
     * @param district the extent up to which lines are wanted, beyond the outermost sites too
     */
    Bisectors(GapSites sites, Envelope district, PrecisionModel precision) {
        this.sites = sites;
        this.world = new Envelope(district);
        for (int site = 0; site < sites.count(); site++) {
            world.expandToInclude(sites.x(site), sites.y(site));
        }
        world.expandBy(OVERHANG_METRES);
        this.precision = precision;
        this.geometry = new GeometryFactory(precision);
    }

    /** Returns the lines, each from a junction to the next, on the grid of the precision model. */
    List<LineString> lines() {
        LineMerger merger = new LineMerger();
        List<Tile> tiles = tiles();
        List<List<LineString>> perTile = tiles.parallelStream().map(this::edges).toList();
        perTile.forEach(merger::add);
        Collection<?> merged = merger.getMergedLineStrings();
        List<LineString> lines = new ArrayList<>(merged.size());
        for (Object line : merged) {
            if (DouglasPeuckerSimplifier.simplify((LineString) line, SMOOTHING_METRES) instanceof LineString smooth
                    && smooth.getNumPoints() > 1) {
                lines.add(smooth);
            }
        }
        return lines;
    }

    private record Tile(Envelope box, int[] sites) {}

    private List<Tile> tiles() {
        List<Tile> done = new ArrayList<>();
        Deque<Tile> open = new ArrayDeque<>();
        int[] all = IntStream.range(0, sites.count()).toArray();
        open.add(new Tile(world, all));
        while (!open.isEmpty()) {
            Tile tile = open.poll();
            if (tile.sites.length <= SITES_PER_TILE) {
                done.add(tile);
            } else {
                split(tile, open);
            }
        }
        return done;
    }

    private void split(Tile tile, Deque<Tile> open) {
        Envelope box = tile.box;
        boolean wide = box.getWidth() >= box.getHeight();
        double[] places = Arrays.stream(tile.sites)
                .mapToDouble(site -> wide ? sites.x(site) : sites.y(site))
                .sorted()
                .toArray();
        double cut = places[places.length / 2];
        Envelope low = wide
                ? new Envelope(box.getMinX(), cut, box.getMinY(), box.getMaxY())
                : new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), cut);
        Envelope high = wide
                ? new Envelope(cut, box.getMaxX(), box.getMinY(), box.getMaxY())
                : new Envelope(box.getMinX(), box.getMaxX(), cut, box.getMaxY());
        for (Envelope half : List.of(low, high)) {
            int[] inside = Arrays.stream(tile.sites)
                    .filter(site -> half.contains(sites.x(site), sites.y(site)))
                    .toArray();
            open.add(new Tile(half, inside));
        }
    }

    private Envelope extent(int[] chosen) {
        Envelope extent = new Envelope();
        for (int site : chosen) {
            extent.expandToInclude(sites.x(site), sites.y(site));
        }
        return extent;
    }

    private List<LineString> edges(Tile tile) {
        Envelope around = new Envelope(tile.box);
        around.expandBy(TILE_MARGIN_METRES);
        int[] chosen = tile.sites.length == sites.count()
                ? tile.sites
                : IntStream.range(0, sites.count())
                        .filter(site -> around.contains(sites.x(site), sites.y(site)))
                        .toArray();
        if (chosen.length < 2) {
            return List.of();
        }
        Coordinate origin = new Coordinate(Math.rint(around.centre().x), Math.rint(around.centre().y));
        QuadEdgeSubdivision subdivision = triangulate(chosen, origin);
        Frame frame = new Frame(tile.box, world, origin);
        List<LineString> edges = new ArrayList<>();
        for (Object edge : subdivision.getPrimaryEdges(false)) {
            addBisector((QuadEdge) edge, frame, edges);
        }
        return edges;
    }

    private QuadEdgeSubdivision triangulate(int[] chosen, Coordinate origin) {
        for (int attempt = 0; ; attempt++) {
            try {
                return triangulate(chosen, origin, attempt);
            } catch (LocateFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private QuadEdgeSubdivision triangulate(int[] chosen, Coordinate origin, int attempt) {
        Envelope extent = extent(chosen);
        double scale = ((1 << HILBERT_LEVEL) - 1) / Math.max(extent.getWidth(), extent.getHeight());
        long[] keys = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int column = (int) ((sites.x(chosen[i]) - extent.getMinX()) * scale);
            int row = (int) ((sites.y(chosen[i]) - extent.getMinY()) * scale);
            keys[i] = ((long) HilbertCode.encode(HILBERT_LEVEL, column, row) << 32) | chosen[i];
        }
        Arrays.sort(keys);
        // Each site next to the one before: the triangulator then finds its place in a few steps.
        List<Vertex> vertices = new ArrayList<>(keys.length);
        for (long key : keys) {
            int site = (int) key;
            double x = sites.x(site) - origin.x + SiteVertex.jitter(site, 2 * attempt);
            double y = sites.y(site) - origin.y + SiteVertex.jitter(site, 2 * attempt + 1);
            vertices.add(new SiteVertex(x, y, sites.owner(site)));
        }
        extent.translate(-origin.x, -origin.y);
        extent.expandBy(1);
        QuadEdgeSubdivision subdivision = new QuadEdgeSubdivision(extent, 0);
        new IncrementalDelaunayTriangulator(subdivision).insertSites(vertices);
        return subdivision;
    }

    /** A tile's box, the box that all tiles divide, and the origin of the triangulation. */
    private record Frame(Envelope box, Envelope world, Coordinate origin) {

        /** Cuts the way between two places to what lies in the world, alike in every tile; returns whether anything does. */
        boolean clip(Coordinate one, Coordinate other) {
            double dx = other.x - one.x;
            double dy = other.y - one.y;
            double[] part = {0, 1};
            boolean crosses = cut(part, one.x, dx, world.getMinX(), world.getMaxX())
                    && cut(part, one.y, dy, world.getMinY(), world.getMaxY());
            if (crosses) {
                other.setX(one.x + part[1] * dx);
                other.setY(one.y + part[1] * dy);
                one.setX(one.x + part[0] * dx);
                one.setY(one.y + part[0] * dy);
            }
            return crosses;
        }

        private static boolean cut(double[] part, double start, double change, double least, double most) {
            if (change == 0) {
                return start >= least && start <= most;
            }
            double in = ((change > 0 ? least : most) - start) / change;
            double out = ((change > 0 ? most : least) - start) / change;
            part[0] = Math.max(part[0], in);
            part[1] = Math.min(part[1], out);
            return part[0] < part[1];
        }

        /** Returns whether the tile answers for a place; no two tiles do. */
        boolean owns(double x, double y) {
            return x >= box.getMinX() && x < box.getMaxX() && y >= box.getMinY() && y < box.getMaxY();
        }
    }

    private void addBisector(QuadEdge edge, Frame frame, List<LineString> edges) {
        if (edge.orig() instanceof SiteVertex one
                && edge.dest() instanceof SiteVertex other
                && one.owner != other.owner) {
            Coordinate left = centre(edge, frame);
            Coordinate right = centre(edge.sym(), frame);
            if (frame.clip(left, right) && frame.owns((left.x + right.x) / 2, (left.y + right.y) / 2)) {
                Coordinate[] ends = {precise(left), precise(right)};
                if (!ends[0].equals2D(ends[1])) {
                    edges.add(geometry.createLineString(ends));
                }
            }
        }
    }

    private Coordinate precise(Coordinate exact) {
        return new Coordinate(precision.makePrecise(exact.x), precision.makePrecise(exact.y));
    }

    /** Returns the centre of the circle through the triangle on an edge's left; beyond the outermost sites it is very far away. */
    private static Coordinate centre(QuadEdge edge, Frame frame) {
        Coordinate[] corners = {
            edge.orig().getCoordinate(),
            edge.dest().getCoordinate(),
            edge.lNext().dest().getCoordinate()
        };
        // In one order, so that the three edges of a triangle end in the same place to the last bit.
        Arrays.sort(corners);
        Coordinate centre = Triangle.circumcentreDD(corners[0], corners[1], corners[2]);
        return new Coordinate(centre.x + frame.origin.x, centre.y + frame.origin.y);
    }
}
