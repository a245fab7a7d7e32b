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

/**
 * The lines in the middle of streets: where the nearest unit changes. They are those edges of the Voronoi diagram of the sites that part sites of
 * different units, worked out tile by tile so that memory does not grow with the country.
 */
final class Bisectors {

    private static final int SITES_PER_TILE = 150_000;
    private static final double TILE_MARGIN_METRES = 250;
    private static final double SMOOTHING_METRES = 0.1;
    private static final int HILBERT_LEVEL = 14;
    private static final int TRIES = 5;
    private static final double JITTER_METRES = 0.01;

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

    /**
     * @param sites those in the box and a margin around it, which the lines in the box depend on
     */
    private record Tile(Envelope box, int[] sites) {}

    private List<Tile> tiles() {
        List<Tile> done = new ArrayList<>();
        Deque<Tile> open = new ArrayDeque<>();
        open.add(new Tile(world, IntStream.range(0, sites.count()).toArray()));
        while (!open.isEmpty()) {
            Tile tile = open.poll();
            int[] inside = in(tile.box, tile.sites);
            if (inside.length <= SITES_PER_TILE) {
                done.add(tile);
            } else {
                split(tile, inside, open);
            }
        }
        return done;
    }

    private int[] in(Envelope box, int[] chosen) {
        return Arrays.stream(chosen)
                .filter(site -> box.contains(sites.x(site), sites.y(site)))
                .toArray();
    }

    private void split(Tile tile, int[] inside, Deque<Tile> open) {
        Envelope box = tile.box;
        boolean wide = box.getWidth() >= box.getHeight();
        double[] places = Arrays.stream(inside)
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
            Envelope around = new Envelope(half);
            around.expandBy(TILE_MARGIN_METRES);
            open.add(new Tile(half, in(around, tile.sites)));
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
        if (tile.sites.length < 2) {
            return List.of();
        }
        int[] ordered = ordered(tile.sites);
        Coordinate middle = tile.box.centre();
        Coordinate origin = new Coordinate(Math.rint(middle.x), Math.rint(middle.y));
        Delaunay triangulation = triangulate(ordered, origin);
        Frame frame = new Frame(tile.box, world, origin);
        Coordinate[] centres = new Coordinate[triangulation.sides() / 3];
        List<LineString> edges = new ArrayList<>();
        for (int side = 0; side < triangulation.sides(); side++) {
            int one = triangulation.origin(side);
            int other = triangulation.origin(Delaunay.next(side));
            int twin = triangulation.twin(side);
            boolean parts = side < twin
                    && one < ordered.length
                    && other < ordered.length
                    && sites.owner(ordered[one]) != sites.owner(ordered[other]);
            if (parts) {
                addBisector(
                        centre(triangulation, side / 3, centres),
                        centre(triangulation, twin / 3, centres),
                        frame,
                        edges);
            }
        }
        return edges;
    }

    /** Returns the sites along a curve that fills the plane: each lies near the one before, so it is placed in a few steps. */
    private int[] ordered(int[] chosen) {
        Envelope extent = extent(chosen);
        double scale = ((1 << HILBERT_LEVEL) - 1) / Math.max(extent.getWidth(), extent.getHeight());
        long[] keys = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int column = (int) ((sites.x(chosen[i]) - extent.getMinX()) * scale);
            int row = (int) ((sites.y(chosen[i]) - extent.getMinY()) * scale);
            keys[i] = ((long) HilbertCode.encode(HILBERT_LEVEL, column, row) << 32) | chosen[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private Delaunay triangulate(int[] ordered, Coordinate origin) {
        for (int attempt = 0; ; attempt++) {
            double[] x = new double[ordered.length];
            double[] y = new double[ordered.length];
            for (int i = 0; i < ordered.length; i++) {
                x[i] = sites.x(ordered[i]) - origin.x + jitter(ordered[i], 2 * attempt);
                y[i] = sites.y(ordered[i]) - origin.y + jitter(ordered[i], 2 * attempt + 1);
            }
            try {
                return new Delaunay(x, y);
            } catch (Delaunay.NotPlaced e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Returns by how many metres to move a site: the same every time for one site and round, and nothing that repeats along a wall. Sites along
     * straight walls lie in line and on circles all the time, where rounding would tie the triangulation in knots; a centimetre is nothing in a
     * street.
     */
    private static double jitter(int site, int round) {
        long bits = (site + 1L) * 0x9E3779B97F4A7C15L + round * 0xD1B54A32D192ED03L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return ((bits >>> 11) * 0x1p-52 - 1) * JITTER_METRES;
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

    private void addBisector(Coordinate one, Coordinate other, Frame frame, List<LineString> edges) {
        Coordinate left = new Coordinate(one.x + frame.origin.x, one.y + frame.origin.y);
        Coordinate right = new Coordinate(other.x + frame.origin.x, other.y + frame.origin.y);
        if (frame.clip(left, right) && frame.owns((left.x + right.x) / 2, (left.y + right.y) / 2)) {
            Coordinate[] ends = {precise(left), precise(right)};
            if (!ends[0].equals2D(ends[1])) {
                edges.add(geometry.createLineString(ends));
            }
        }
    }

    private Coordinate precise(Coordinate exact) {
        return new Coordinate(precision.makePrecise(exact.x), precision.makePrecise(exact.y));
    }

    /** Returns the centre of the circle through a triangle's corners; beyond the outermost sites it is very far away. */
    private static Coordinate centre(Delaunay triangulation, int triangle, Coordinate[] known) {
        if (known[triangle] == null) {
            Coordinate[] corners = new Coordinate[3];
            for (int i = 0; i < 3; i++) {
                int corner = triangulation.origin(3 * triangle + i);
                corners[i] = new Coordinate(triangulation.x(corner), triangulation.y(corner));
            }
            known[triangle] = Triangle.circumcentreDD(corners[0], corners[1], corners[2]);
        }
        return known[triangle];
    }
}
