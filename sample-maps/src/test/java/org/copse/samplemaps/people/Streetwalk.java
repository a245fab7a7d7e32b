package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Places along the streets of the district, every few metres, to be found again by nearness. */
final class Streetwalk {

    private static final double STEP_METRES = 14;

    private final List<Coordinate> steps = new ArrayList<>();
    private final STRtree index = new STRtree();

    Streetwalk(List<NamedStreet> streets, Geometry district) {
        Geometry inside = district.buffer(-5);
        for (NamedStreet street : streets) {
            if (street.inDistrict()) {
                Geometry line = street.line().intersection(inside);
                LengthIndexedLine along = new LengthIndexedLine(line);
                for (double at = STEP_METRES / 2; at < line.getLength(); at += STEP_METRES) {
                    add(along.extractPoint(at));
                }
            }
        }
        index.build();
    }

    private void add(Coordinate step) {
        steps.add(step);
        index.insert(new Envelope(step), step);
    }

    /** Returns a position within a few metres of the street place nearest to {@code near}. */
    Coordinate nearest(Coordinate near, Random random) {
        for (double reach = 40; ; reach *= 2) {
            Envelope around = new Envelope(near);
            around.expandBy(reach);
            Coordinate best = null;
            for (Object found : index.query(around)) {
                Coordinate step = (Coordinate) found;
                if (best == null || step.distance(near) < best.distance(near)) {
                    best = step;
                }
            }
            if (best != null) {
                return new Coordinate(best.x + 3 * random.nextGaussian(), best.y + 3 * random.nextGaussian());
            }
        }
    }

    /** Returns a place on any street, all streets alike by the metre. */
    Coordinate any(Random random) {
        return steps.get(random.nextInt(steps.size()));
    }

    /** Returns the place of a spot given along and away from the coast, on the street nearest to it. */
    Coordinate nearest(double u, double v, Random random) {
        return nearest(Shapes.at(u, v), random);
    }
}
