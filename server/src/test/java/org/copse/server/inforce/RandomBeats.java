package org.copse.server.inforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Beats without gap or overlap: the cells of a Voronoi diagram of seeded points, those at the rim left out. */
final class RandomBeats {

    /** A city by the sea, in degrees. */
    static final Envelope CITY = new Envelope(2.6, 2.8, 51.3, 51.5);

    private RandomBeats() {}

    static List<Geometry> voronoi(int points, long seed) {
        Random random = new Random(seed);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            sites.add(position(random, CITY));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry cells = builder.getDiagram(new GeometryFactory());
        List<Geometry> beats = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            if (CITY.contains(cells.getGeometryN(i).getEnvelopeInternal())) {
                beats.add(cells.getGeometryN(i));
            }
        }
        return beats;
    }

    static Coordinate position(Random random, Envelope within) {
        return new Coordinate(
                within.getMinX() + random.nextDouble() * within.getWidth(),
                within.getMinY() + random.nextDouble() * within.getHeight());
    }
}
