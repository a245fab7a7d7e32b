package org.copse.geoimport.territory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.geoimport.adjacency.BoundarySegments;
import org.copse.geoimport.adjacency.ExposedBoundary;
import org.copse.geoimport.adjacency.SegmentTree;

/**
 * Points along the exposed boundaries of units, close enough together that the nearest of them tells the nearest unit: a quarter of the width of
 * the gap apart, which puts the middle of a street within a hundredth of its width.
 */
final class GapSites {

    private static final double GAP_SHARE = 0.25;
    private static final double LEAST_STEP_METRES = 0.5;
    private static final double WIDEST_STEP_METRES = 5;
    private static final double LEAST_GAP_METRES = 0.2;
    private static final double STRAIGHT_COSINE = 0.98;
    private static final double FAR_METRES = 100;
    private static final int SEGMENTS_PER_PART = 2_000;

    private final BoundarySegments segments;
    private final ExposedBoundary boundary;
    private final SegmentTree tree;
    private final double[] coordinates;
    private final int[] owners;

    GapSites(BoundarySegments segments, ExposedBoundary boundary) {
        this.segments = segments;
        this.boundary = boundary;
        this.tree = boundary.tree();
        int ranges = (segments.count() + SEGMENTS_PER_PART - 1) / SEGMENTS_PER_PART;
        // One after the other in the end, so that the sites are numbered alike however many processors there are.
        List<Part> parts = IntStream.range(0, ranges)
                .parallel()
                .mapToObj(range -> new Part(
                        range * SEGMENTS_PER_PART, Math.min(segments.count(), (range + 1) * SEGMENTS_PER_PART)))
                .toList();
        int all = parts.stream().mapToInt(part -> part.count).sum();
        coordinates = new double[2 * all];
        owners = new int[all];
        int first = 0;
        for (Part part : parts) {
            System.arraycopy(part.coordinates, 0, coordinates, 2 * first, 2 * part.count);
            System.arraycopy(part.owners, 0, owners, first, part.count);
            first += part.count;
        }
    }

    /** The sites of some segments, one after the other. */
    private final class Part {
        private double[] coordinates = new double[2048];
        private int[] owners = new int[1024];
        private int count;

        Part(int from, int to) {
            for (int s = from; s < to; s++) {
                double[] exposed = boundary.exposed(s);
                for (int i = 0; i < exposed.length; i += 2) {
                    place(s, exposed[i], exposed[i + 1]);
                }
                if (exposed.length > 0 && exposed[exposed.length - 1] == segments.length(s)) {
                    placeAtCorner(s, segments.next(s));
                }
            }
        }

        /** Beyond a corner the corner itself is what is near: a site some metres along the wall would be off by those metres. */
        private void placeAtCorner(int s, int t) {
            double sx = segments.bx(s) - segments.ax(s);
            double sy = segments.by(s) - segments.ay(s);
            double tx = segments.bx(t) - segments.ax(t);
            double ty = segments.by(t) - segments.ay(t);
            boolean turns = sx * tx + sy * ty < STRAIGHT_COSINE * segments.length(s) * segments.length(t);
            if (turns && gapAt(t, segments.ax(t), segments.ay(t)) >= LEAST_GAP_METRES) {
                add(segments.ax(t), segments.ay(t), segments.owner(t));
            }
        }

        private void place(int s, double from, double to) {
            double middle = (from + to) / 2;
            double share = middle / segments.length(s);
            double x = segments.ax(s) + share * (segments.bx(s) - segments.ax(s));
            double y = segments.ay(s) + share * (segments.by(s) - segments.ay(s));
            double gap = gapAt(s, x, y);
            double half = (to - from) / 2;
            if (half + gap < LEAST_GAP_METRES) {
                return;
            }
            double step = Math.max(LEAST_STEP_METRES, Math.min(WIDEST_STEP_METRES, GAP_SHARE * gap));
            if (to - from > step) {
                place(s, from, middle);
                place(s, middle, to);
            } else if (gap >= LEAST_GAP_METRES) {
                add(x, y, segments.owner(s));
            }
        }

        private void add(double x, double y, int owner) {
            if (count == owners.length) {
                coordinates = Arrays.copyOf(coordinates, 4 * count);
                owners = Arrays.copyOf(owners, 2 * count);
            }
            coordinates[2 * count] = x;
            coordinates[2 * count + 1] = y;
            owners[count++] = owner;
        }
    }

    private double gapAt(int s, double x, double y) {
        int unit = segments.owner(s);
        int nearest = tree.nearest(x, y, FAR_METRES, t -> segments.owner(t) != unit);
        return nearest < 0 ? FAR_METRES : Math.sqrt(segments.distanceSquared(nearest, x, y));
    }

    int count() {
        return owners.length;
    }

    double x(int site) {
        return coordinates[2 * site];
    }

    double y(int site) {
        return coordinates[2 * site + 1];
    }

    int owner(int site) {
        return owners[site];
    }
}
