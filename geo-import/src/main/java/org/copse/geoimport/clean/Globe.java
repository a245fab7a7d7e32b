package org.copse.geoimport.clean;

import org.copse.geoimport.DateLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/** The bounds of longitude and latitude. */
final class Globe {
    /** What a change of CRS leaves as rounding error. */
    static final double ROUNDING_DEGREES = 1e-9;

    /** What projections of the whole world leave at their edge: about 100 m. */
    static final double EDGE_DEGREES = 1e-3;

    private Globe() {}

    /** Returns how far the farthest position lies beyond ±180 (or as far as {@link DateLine} lets it go on) or ±90; infinite for what is no number. */
    static double degreesBeyond(Geometry lonLat) {
        return beyond(farthest(lonLat));
    }

    /** Returns the position that lies farthest beyond, or least within. */
    static Coordinate farthest(Geometry lonLat) {
        Coordinate farthest = lonLat.getCoordinate();
        for (Coordinate c : lonLat.getCoordinates()) {
            if (beyond(c) > beyond(farthest)) {
                farthest = c;
            }
        }
        return farthest;
    }

    private static double beyond(Coordinate c) {
        double most = Math.max(Math.max(c.x - DateLine.EASTERNMOST, -180 - c.x), Math.abs(c.y) - 90);
        return Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }

    static Geometry movedOnto(Geometry lonLat) {
        return new GeometryEditor(lonLat.getFactory()).edit(lonLat, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                Coordinate[] moved = new Coordinate[coordinates.length];
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = new CoordinateXY(
                            Math.max(-180, Math.min(DateLine.EASTERNMOST, coordinates[i].x)),
                            Math.max(-90, Math.min(90, coordinates[i].y)));
                }
                return moved;
            }
        });
    }
}
