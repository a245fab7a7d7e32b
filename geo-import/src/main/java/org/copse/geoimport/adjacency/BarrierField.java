package org.copse.geoimport.adjacency;

import java.util.List;

/** The barriers, asked whether one stands between two sides of a boundary. Safe for many threads, each with a ray of its own. */
final class BarrierField {

    private final List<Barrier> barriers;
    private final BoundarySegments lines;
    private final SegmentTree cutting;
    private final SegmentTree costing;

    BarrierField(List<Barrier> barriers) {
        this.barriers = List.copyOf(barriers);
        this.lines = BoundarySegments.ofLines(
                barriers.stream().map(Barrier::geometry).toList());
        this.cutting = SegmentTree.of(lines, s -> barriers.get(lines.owner(s)).cuts());
        this.costing = SegmentTree.of(lines, s -> !barriers.get(lines.owner(s)).cuts());
    }

    boolean isEmpty() {
        return barriers.isEmpty();
    }

    Barrier barrier(int number) {
        return barriers.get(number);
    }

    /** Returns whether any barrier comes near a piece of boundary. */
    boolean isNear(BoundarySegments segments, int piece, double metres) {
        if (isEmpty()) {
            return false;
        }
        double minX = Math.min(segments.ax(piece), segments.bx(piece)) - metres;
        double minY = Math.min(segments.ay(piece), segments.by(piece)) - metres;
        double maxX = Math.max(segments.ax(piece), segments.bx(piece)) + metres;
        double maxY = Math.max(segments.ay(piece), segments.by(piece)) + metres;
        boolean[] found = {false};
        cutting.visit(minX, minY, maxX, maxY, s -> found[0] = true);
        if (!found[0]) {
            costing.visit(minX, minY, maxX, maxY, s -> found[0] = true);
        }
        return found[0];
    }

    /** Returns the number of the first barrier that cuts the aimed ray, or -1. */
    int cut(Ray ray) {
        return cutting.firstHit(ray) ? lines.owner(ray.segment()) : -1;
    }

    /** Returns the number of the first barrier that costs on the aimed ray, or -1. */
    int cost(Ray ray) {
        return costing.firstHit(ray) ? lines.owner(ray.segment()) : -1;
    }

    /** Returns the number of the first barrier that cuts the straight way between two points, or -1. */
    int cutBetween(double ax, double ay, double bx, double by) {
        double length = Math.hypot(bx - ax, by - ay);
        if (length == 0 || isEmpty()) {
            return -1;
        }
        return cut(new Ray().aim(ax, ay, (bx - ax) / length, (by - ay) / length, length));
    }
}
