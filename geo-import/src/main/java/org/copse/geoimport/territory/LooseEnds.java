package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.adjacency.BoundarySegments;
import org.copse.geoimport.adjacency.SegmentTree;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;

/**
 * Ties the ends of street middles to the boundary that they run into. Where a street narrows until its two sides touch, the middle stops a little
 * short; untied, the land on its two sides would be one face.
 */
final class LooseEnds {

    private static final double OVERSHOOT_METRES = 0.01;

    private final List<LineString> lines;
    private final SegmentTree tree;
    private final BoundarySegments segments;
    private final double reach;

    LooseEnds(List<LineString> lines, SegmentTree tree, BoundarySegments segments, double reach) {
        this.lines = lines;
        this.tree = tree;
        this.segments = segments;
        this.reach = reach;
    }

    List<SegmentString> tied() {
        Map<Coordinate, Integer> degrees = new HashMap<>();
        for (LineString line : lines) {
            degrees.merge(line.getCoordinateN(0), 1, Integer::sum);
            degrees.merge(line.getCoordinateN(line.getNumPoints() - 1), 1, Integer::sum);
        }
        List<SegmentString> ties = new ArrayList<>();
        degrees.forEach((end, degree) -> {
            if (degree == 1) {
                tie(end, ties);
            }
        });
        return ties;
    }

    private void tie(Coordinate end, List<SegmentString> ties) {
        int nearest = tree.nearest(end.x, end.y, reach, segment -> true);
        if (nearest < 0) {
            return;
        }
        double place = segments.placeOfNearest(nearest, end.x, end.y);
        double x = segments.ax(nearest) + place * (segments.bx(nearest) - segments.ax(nearest));
        double y = segments.ay(nearest) + place * (segments.by(nearest) - segments.ay(nearest));
        double metres = Math.hypot(x - end.x, y - end.y);
        if (metres > 0) {
            double beyond = 1 + OVERSHOOT_METRES / metres;
            Coordinate target = new Coordinate(end.x + (x - end.x) * beyond, end.y + (y - end.y) * beyond);
            ties.add(new NodedSegmentString(new Coordinate[] {end.copy(), target}, null));
        }
    }
}
