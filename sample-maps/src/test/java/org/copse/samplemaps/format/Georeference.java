package org.copse.samplemaps.format;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts the city on the Earth: local metres to Lambert 72 metres by a shift of whole metres, and on to longitude and
 * latitude. The market square lies in open sea, at 2.72° E, 51.42° N.
 */
public final class Georeference {

    private static final Coordinate ORIGIN = Lambert72.fromLonLat(2.72, 51.42);
    private static final double EAST = Math.rint(ORIGIN.x);
    private static final double NORTH = Math.rint(ORIGIN.y);
    private static final double DEGREE_GRID = 1e6;
    private static final double METRE_GRID = 10;

    private Georeference() {}

    /** Returns the local position as longitude and latitude, rounded to six decimals (about 0.1 m). */
    public static Coordinate lonLat(Coordinate local) {
        Coordinate place = Lambert72.toLonLat(EAST + local.x, NORTH + local.y);
        return new Coordinate(
                Math.rint(place.x * DEGREE_GRID) / DEGREE_GRID, Math.rint(place.y * DEGREE_GRID) / DEGREE_GRID);
    }

    /** Returns the local position in EPSG:31370, rounded to 0.1 m. */
    public static Coordinate lambert(Coordinate local) {
        return new Coordinate(
                Math.rint((EAST + local.x) * METRE_GRID) / METRE_GRID,
                Math.rint((NORTH + local.y) * METRE_GRID) / METRE_GRID);
    }

    /** Returns a copy of the local geometry in EPSG:31370. */
    public static Geometry lambert(Geometry local) {
        Geometry copy = local.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                Coordinate placed = lambert(sequence.getCoordinate(i));
                sequence.setOrdinate(i, 0, placed.x);
                sequence.setOrdinate(i, 1, placed.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
