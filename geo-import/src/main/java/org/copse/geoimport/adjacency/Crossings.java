package org.copse.geoimport.adjacency;

import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Bridges, underpasses and ferries: where a barrier or water can be crossed. */
final class Crossings {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<? extends Geometry> crossings;
    private final STRtree index = new STRtree();

    Crossings(List<? extends Geometry> crossings) {
        this.crossings = crossings;
        for (int i = 0; i < crossings.size(); i++) {
            index.insert(crossings.get(i).getEnvelopeInternal(), i);
        }
        index.build();
    }

    /** Returns the lowest crossing that comes within some metres of where a barrier runs between two units. */
    OptionalInt findNear(PairTally tally, double reach) {
        int found = Integer.MAX_VALUE;
        for (int point = 0; point < tally.barrierPointCount() && !crossings.isEmpty(); point++) {
            Coordinate place = new Coordinate(tally.barrierX(point), tally.barrierY(point));
            Envelope around = new Envelope(place);
            around.expandBy(reach);
            for (Object candidate : index.query(around)) {
                int crossing = (Integer) candidate;
                if (crossing < found && crossings.get(crossing).isWithinDistance(GEOMETRY.createPoint(place), reach)) {
                    found = crossing;
                }
            }
        }
        return found == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(found);
    }

    int count() {
        return crossings.size();
    }

    Geometry crossing(int number) {
        return crossings.get(number);
    }
}
