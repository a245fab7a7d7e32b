package org.copse.geoimport.clean;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;

/**
 * Degrees as metres on a plane around one place, to tell narrow from wide: x and y each scaled by one factor, which is
 * right at the middle of an extent and, within a city, to a few parts in a thousand elsewhere.
 */
final class LocalPlane {
    private static final double METRES_PER_DEGREE = 111_320;

    private final double x;
    private final double y;
    private final double xMetres;

    LocalPlane(Envelope lonLat) {
        this.x = lonLat.centre().x;
        this.y = lonLat.centre().y;
        this.xMetres = METRES_PER_DEGREE * Math.cos(Math.toRadians(y));
    }

    Coordinate toMetres(Coordinate lonLat) {
        return new CoordinateXY((lonLat.x - x) * xMetres, (lonLat.y - y) * METRES_PER_DEGREE);
    }

    Coordinate toLonLat(Coordinate metres) {
        return new CoordinateXY(x + metres.x / xMetres, y + metres.y / METRES_PER_DEGREE);
    }
}
