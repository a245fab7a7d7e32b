package org.copse.statistics.density;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.statistics.Positions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Incidents per kilometre of street, smoothed along streets: the equal-split discontinuous kernel (Okabe, Satoh and Sugihara
 * 2009, doi:10.1080/13658810802475491). At a junction of d streets each of the d − 1 ways on gets an equal part, so that a
 * junction does not make incidents out of nothing.
 *
 * @param pieces lengths of street at most as long as asked for, with their middle: east, north, east, north, …
 * @param metres length of each piece
 * @param perKilometre density at the middle of each piece
 * @param offStreet incidents farther from any street than they may be; left out
 */
public record NetworkDensity(double[] pieces, double[] metres, double[] perKilometre, int offStreet) {

    /** The most pieces of street. */
    public static final int MOST_PIECES = 2_000_000;

    /** Streets meet where their corners lie within a tenth of a metre. */
    private static final double CORNER_METRES = 0.1;

    /**
     * Returns the density along streets.
     *
     * @param streets lines in metres that meet in corners
     * @param farthestMetres from a street, at most
     * @param pieceMetres length of a piece, over 0
     */
    public static NetworkDensity of(
            List<? extends Geometry> streets,
            Positions positions,
            Kernel kernel,
            double bandwidthMetres,
            double farthestMetres,
            double pieceMetres) {
        if (!(bandwidthMetres > 0) || !(farthestMetres >= 0) || !(pieceMetres > 0)) {
            throw new IllegalArgumentException("bandwidth " + bandwidthMetres + " m, distance " + farthestMetres
                    + " m, piece " + pieceMetres + " m: give lengths over 0");
        }
        return new Walk(streets, kernel, bandwidthMetres, pieceMetres).density(positions, farthestMetres);
    }

    private static final class Walk {
        private final Kernel kernel;
        private final double bandwidth;
        private final double reach;
        private final List<LineSegment> edges = new ArrayList<>();
        private final List<int[]> ends = new ArrayList<>();
        private final List<List<Integer>> edgesOfCorner = new ArrayList<>();
        private final Map<Long, Integer> corners = new HashMap<>();
        private final List<Integer> firstPiece = new ArrayList<>();
        private final STRtree index = new STRtree();
        private final double pieceMetres;
        private int pieceCount;
        private double[] sums = new double[0];

        Walk(List<? extends Geometry> streets, Kernel kernel, double bandwidth, double pieceMetres) {
            this.kernel = kernel;
            this.bandwidth = bandwidth;
            this.reach = kernel.reachMetres(bandwidth);
            this.pieceMetres = pieceMetres;
            for (Geometry street : streets) {
                for (int g = 0; g < street.getNumGeometries(); g++) {
                    if (street.getGeometryN(g) instanceof LineString line) {
                        add(line.getCoordinates());
                    }
                }
            }
            index.build();
        }

        private void add(Coordinate[] points) {
            for (int i = 1; i < points.length; i++) {
                int from = corner(points[i - 1]);
                int to = corner(points[i]);
                if (from != to) {
                    int edge = edges.size();
                    edges.add(new LineSegment(points[i - 1], points[i]));
                    ends.add(new int[] {from, to});
                    edgesOfCorner.get(from).add(edge);
                    edgesOfCorner.get(to).add(edge);
                    firstPiece.add(pieceCount);
                    pieceCount += piecesOf(edge);
                    if (pieceCount > MOST_PIECES) {
                        throw new IllegalArgumentException("the streets have over " + MOST_PIECES + " pieces of "
                                + pieceMetres + " m: give longer pieces");
                    }
                    index.insert(new Envelope(points[i - 1], points[i]), edge);
                }
            }
        }

        private int corner(Coordinate at) {
            long key = Math.round(at.x / CORNER_METRES) * 1_000_000_007L + Math.round(at.y / CORNER_METRES);
            return corners.computeIfAbsent(key, k -> {
                edgesOfCorner.add(new ArrayList<>());
                return edgesOfCorner.size() - 1;
            });
        }

        private int piecesOf(int edge) {
            return (int) Math.ceil(edges.get(edge).getLength() / pieceMetres);
        }

        NetworkDensity density(Positions positions, double farthest) {
            sums = new double[pieceCount];
            int off = 0;
            for (int i = 0; i < positions.size(); i++) {
                Coordinate at = new Coordinate(positions.east(i), positions.north(i));
                int edge = nearest(at, farthest);
                if (edge < 0) {
                    off++;
                } else {
                    spread(edge, edges.get(edge).closestPoint(at));
                }
            }
            double[] middles = new double[2 * pieceCount];
            double[] metres = new double[pieceCount];
            for (int edge = 0; edge < edges.size(); edge++) {
                int count = piecesOf(edge);
                for (int k = 0; k < count; k++) {
                    Coordinate middle = edges.get(edge).pointAlong((k + 0.5) / count);
                    middles[2 * (firstPiece.get(edge) + k)] = middle.x;
                    middles[2 * (firstPiece.get(edge) + k) + 1] = middle.y;
                    metres[firstPiece.get(edge) + k] = edges.get(edge).getLength() / count;
                }
            }
            return new NetworkDensity(middles, metres, sums, off);
        }

        private int nearest(Coordinate at, double farthest) {
            Envelope box = new Envelope(at);
            box.expandBy(farthest);
            int best = -1;
            double least = farthest;
            for (Object found : index.query(box)) {
                int edge = (Integer) found;
                double metres = edges.get(edge).distance(at);
                if (metres < least || (metres == least && (best < 0 || edge < best))) {
                    least = metres;
                    best = edge;
                }
            }
            return best;
        }

        private void spread(int edge, Coordinate at) {
            LineSegment line = edges.get(edge);
            double fromStart = line.p0.distance(at);
            double length = line.getLength();
            int count = piecesOf(edge);
            for (int k = 0; k < count; k++) {
                add(edge, k, Math.abs((k + 0.5) / count * length - fromStart), 1);
            }
            onward(edge, ends.get(edge)[0], fromStart, 1);
            onward(edge, ends.get(edge)[1], length - fromStart, 1);
        }

        /** Goes on from a corner that was reached along {@code from} after {@code gone} metres. */
        private void onward(int from, int corner, double gone, double part) {
            List<Integer> ways = edgesOfCorner.get(corner);
            if (gone >= reach || ways.size() < 2) {
                return;
            }
            double each = part / (ways.size() - 1);
            for (int edge : ways) {
                if (edge == from) {
                    continue;
                }
                boolean forward = ends.get(edge)[0] == corner;
                double length = edges.get(edge).getLength();
                int count = piecesOf(edge);
                for (int k = 0; k < count; k++) {
                    double along = (k + 0.5) / count * length;
                    add(edge, k, gone + (forward ? along : length - along), each);
                }
                onward(edge, forward ? ends.get(edge)[1] : ends.get(edge)[0], gone + length, each);
            }
        }

        private void add(int edge, int piece, double metres, double part) {
            sums[firstPiece.get(edge) + piece] += part * kernel.alongLine(metres, bandwidth) * 1_000;
        }
    }
}
