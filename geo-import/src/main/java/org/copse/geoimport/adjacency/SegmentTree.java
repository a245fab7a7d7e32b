package org.copse.geoimport.adjacency;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * A packed R-tree over boundary pieces, laid out along a Hilbert curve in flat arrays (Kamel and Faloutsos 1993). Safe for many threads.
 */
public final class SegmentTree {

    private static final int FANOUT = 8;
    private static final int HILBERT_LEVEL = 15;

    private final BoundarySegments segments;
    private final int[] order;
    private final int[] levelStart;
    private final double[] boxes;

    private SegmentTree(BoundarySegments segments, int[] order) {
        this.segments = segments;
        this.order = order;
        this.levelStart = levelStarts(order.length);
        this.boxes = new double[4 * levelStart[levelStart.length - 1]];
        fillLeaves();
        for (int level = 1; level + 1 < levelStart.length; level++) {
            fillLevel(level);
        }
    }

    /** Returns a tree over all pieces. */
    public static SegmentTree of(BoundarySegments segments) {
        return of(segments, segment -> true);
    }

    /** Returns a tree over the pieces that pass the test. */
    public static SegmentTree of(BoundarySegments segments, IntPredicate included) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        int size = 0;
        for (int s = 0; s < segments.count(); s++) {
            minX = Math.min(minX, segments.ax(s));
            minY = Math.min(minY, segments.ay(s));
            maxX = Math.max(maxX, segments.ax(s));
            maxY = Math.max(maxY, segments.ay(s));
            size += included.test(s) ? 1 : 0;
        }
        double side = Math.max(Math.max(maxX - minX, maxY - minY), Double.MIN_NORMAL);
        double scale = ((1 << HILBERT_LEVEL) - 1) / side;
        long[] keys = new long[size];
        int next = 0;
        for (int s = 0; s < segments.count(); s++) {
            if (included.test(s)) {
                int column = cell((segments.ax(s) - minX) * scale);
                int row = cell((segments.ay(s) - minY) * scale);
                keys[next++] = ((long) HilbertCode.encode(HILBERT_LEVEL, column, row) << 32) | s;
            }
        }
        Arrays.parallelSort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) keys[i];
        }
        return new SegmentTree(segments, order);
    }

    private static int cell(double position) {
        return (int) Math.max(0, Math.min((1 << HILBERT_LEVEL) - 1, position));
    }

    private static int[] levelStarts(int items) {
        int[] starts = {0};
        int nodes = (items + FANOUT - 1) / FANOUT;
        while (nodes > 0) {
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = starts[starts.length - 2] + nodes;
            nodes = nodes == 1 ? 0 : (nodes + FANOUT - 1) / FANOUT;
        }
        return starts;
    }

    private void fillLeaves() {
        if (levelStart.length < 2) {
            return;
        }
        clear(0);
        for (int i = 0; i < order.length; i++) {
            int s = order[i];
            stretch(i / FANOUT, segments.ax(s), segments.ay(s), segments.ax(s), segments.ay(s));
            stretch(i / FANOUT, segments.bx(s), segments.by(s), segments.bx(s), segments.by(s));
        }
    }

    private void fillLevel(int level) {
        clear(level);
        int below = levelStart[level - 1];
        for (int node = below; node < levelStart[level]; node++) {
            int parent = levelStart[level] + (node - below) / FANOUT;
            stretch(parent, boxes[4 * node], boxes[4 * node + 1], boxes[4 * node + 2], boxes[4 * node + 3]);
        }
    }

    private void clear(int level) {
        for (int node = levelStart[level]; node < levelStart[level + 1]; node++) {
            boxes[4 * node] = Double.POSITIVE_INFINITY;
            boxes[4 * node + 1] = Double.POSITIVE_INFINITY;
            boxes[4 * node + 2] = Double.NEGATIVE_INFINITY;
            boxes[4 * node + 3] = Double.NEGATIVE_INFINITY;
        }
    }

    private void stretch(int node, double minX, double minY, double maxX, double maxY) {
        boxes[4 * node] = Math.min(boxes[4 * node], minX);
        boxes[4 * node + 1] = Math.min(boxes[4 * node + 1], minY);
        boxes[4 * node + 2] = Math.max(boxes[4 * node + 2], maxX);
        boxes[4 * node + 3] = Math.max(boxes[4 * node + 3], maxY);
    }

    /** Returns whether the tree holds no piece. */
    public boolean isEmpty() {
        return order.length == 0;
    }

    /** Hands over each piece whose group of pieces comes within the box; the receiver tests the piece itself. */
    public void visit(double minX, double minY, double maxX, double maxY, IntConsumer receiver) {
        if (!isEmpty()) {
            visit(levelStart.length - 2, 0, new double[] {minX, minY, maxX, maxY}, receiver);
        }
    }

    private void visit(int level, int place, double[] box, IntConsumer receiver) {
        int node = 4 * (levelStart[level] + place);
        if (boxes[node] > box[2] || boxes[node + 1] > box[3] || boxes[node + 2] < box[0] || boxes[node + 3] < box[1]) {
            return;
        }
        int end = childEnd(level, place);
        for (int child = place * FANOUT; child < end; child++) {
            if (level == 0) {
                receiver.accept(order[child]);
            } else {
                visit(level - 1, child, box, receiver);
            }
        }
    }

    private int childEnd(int level, int place) {
        int below = level == 0 ? order.length : levelStart[level] - levelStart[level - 1];
        return Math.min(place * FANOUT + FANOUT, below);
    }

    /**
     * Moves the ray to the first piece that it meets beyond its start and within its range.
     *
     * @return whether it met one
     */
    public boolean firstHit(Ray ray) {
        ray.forget();
        if (!isEmpty()) {
            firstHit(levelStart.length - 2, 0, ray);
        }
        return ray.segment() >= 0;
    }

    private void firstHit(int level, int place, Ray ray) {
        if (!ray.meets(boxes, 4 * (levelStart[level] + place))) {
            return;
        }
        int end = childEnd(level, place);
        for (int child = place * FANOUT; child < end; child++) {
            if (level == 0) {
                ray.test(segments, order[child]);
            } else {
                firstHit(level - 1, child, ray);
            }
        }
    }

    /**
     * Returns the piece nearest to a point among those that pass the test, or -1 when none lies within {@code maxDistance}.
     */
    public int nearest(double x, double y, double maxDistance, IntPredicate allowed) {
        if (isEmpty()) {
            return -1;
        }
        NearestSearch search = new NearestSearch(x, y, maxDistance * maxDistance, allowed);
        search.descend(levelStart.length - 2, 0);
        return search.best;
    }

    private final class NearestSearch {

        private final double x;
        private final double y;
        private final IntPredicate allowed;
        private double bestSquared;
        private int best = -1;

        NearestSearch(double x, double y, double maxSquared, IntPredicate allowed) {
            this.x = x;
            this.y = y;
            this.bestSquared = maxSquared;
            this.allowed = allowed;
        }

        void descend(int level, int place) {
            int first = place * FANOUT;
            int end = childEnd(level, place);
            if (level == 0) {
                for (int child = first; child < end; child++) {
                    test(order[child]);
                }
                return;
            }
            double[] distances = new double[end - first];
            for (int child = first; child < end; child++) {
                distances[child - first] = boxDistanceSquared(4 * (levelStart[level - 1] + child));
            }
            for (int round = first; round < end; round++) {
                int closest = indexOfLeast(distances);
                if (distances[closest] > bestSquared) {
                    return;
                }
                distances[closest] = Double.POSITIVE_INFINITY;
                descend(level - 1, first + closest);
            }
        }

        private void test(int segment) {
            double squared = segments.distanceSquared(segment, x, y);
            // On a tie the lower piece wins, so that the answer does not depend on the shape of the tree.
            if ((squared < bestSquared || (squared == bestSquared && (best < 0 || segment < best)))
                    && allowed.test(segment)) {
                bestSquared = squared;
                best = segment;
            }
        }

        private double boxDistanceSquared(int box) {
            double dx = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2]));
            double dy = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3]));
            return dx * dx + dy * dy;
        }
    }

    private static int indexOfLeast(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }
}
