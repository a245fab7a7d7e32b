package org.copse.geoimport.adjacency;

import java.util.List;
import java.util.OptionalInt;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/** Links the two units at the ends of a bridge, underpass or ferry, where they are not neighbours without it. */
final class CrossingLinks {

    private final List<? extends Geometry> units;
    private final BarrierField barriers;
    private final ContactBook book;
    private final double reach;
    private final STRtree index = new STRtree();

    CrossingLinks(List<? extends Geometry> units, BarrierField barriers, ContactBook book, double reach) {
        this.units = units;
        this.barriers = barriers;
        this.book = book;
        this.reach = reach;
        for (int unit = 0; unit < units.size(); unit++) {
            index.insert(units.get(unit).getEnvelopeInternal(), unit);
        }
    }

    void linkAll(Crossings crossings) {
        for (int number = 0; number < crossings.count(); number++) {
            Geometry crossing = crossings.crossing(number);
            for (int part = 0; part < crossing.getNumGeometries(); part++) {
                if (crossing.getGeometryN(part) instanceof LineString line && !line.isEmpty()) {
                    link(line, number);
                }
            }
        }
    }

    private void link(LineString line, int number) {
        int start = unitAt(line.getStartPoint());
        int end = unitAt(line.getEndPoint());
        if (start < 0 || end < 0 || start == end || book.isNeighbour(start, end)) {
            return;
        }
        boolean apart = book.parts().of(start) != book.parts().of(end);
        if (apart || crossesBarrier(line)) {
            book.link(start, end, line.getLength(), Kind.CROSSING, OptionalInt.of(number));
        }
    }

    private boolean crossesBarrier(LineString line) {
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            if (barriers.cutBetween(from.x, from.y, to.x, to.y) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the unit that a crossing's end lies in or, within the reach, nearest to; -1 when there is none. */
    private int unitAt(Point end) {
        Envelope around = end.getEnvelopeInternal();
        around.expandBy(reach);
        int found = -1;
        double least = reach;
        for (Object candidate : index.query(around)) {
            int unit = (Integer) candidate;
            double metres = units.get(unit).distance(end);
            if (metres < least || (metres == least && (found < 0 || unit < found))) {
                least = metres;
                found = unit;
            }
        }
        return found;
    }
}
