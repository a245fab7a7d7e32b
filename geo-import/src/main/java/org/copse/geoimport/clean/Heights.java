package org.copse.geoimport.clean;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Heights and measures, which no layer keeps. */
final class Heights {

    private Heights() {}

    static boolean has(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        return first != null && !(first instanceof CoordinateXY) && !Double.isNaN(first.getZ());
    }

    static Geometry leftOut(Geometry geometry) {
        return new GeometryEditor(geometry.getFactory()).edit(geometry, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                Coordinate[] flat = new Coordinate[coordinates.length];
                for (int i = 0; i < flat.length; i++) {
                    flat[i] = new CoordinateXY(coordinates[i].x, coordinates[i].y);
                }
                return flat;
            }
        });
    }
}
