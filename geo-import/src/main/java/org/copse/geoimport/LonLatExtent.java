package org.copse.geoimport;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The extent of what is added to it, in degrees; across 180° where all lies near that line, on both of its sides. */
public final class LonLatExtent {
    private static final double TURN = 360;

    private final Envelope all = new Envelope();
    private final Envelope west = new Envelope();
    private final Envelope east = new Envelope();

    /** Returns the extent of many geometries. */
    public static Envelope of(Iterable<? extends Geometry> geometries) {
        LonLatExtent extent = new LonLatExtent();
        geometries.forEach(geometry -> extent.include(geometry.getEnvelopeInternal()));
        return extent.envelope();
    }

    /** Adds a part. */
    public void include(Envelope part) {
        all.expandToInclude(part);
        (part.getMinX() < 0 ? west : east).expandToInclude(part);
    }

    /** Returns the extent of all parts, east beyond 180 where it goes over that line; null where there is no part. */
    public Envelope envelope() {
        boolean over = !west.isNull()
                && !east.isNull()
                && west.getMinX() >= -TURN / 2
                && west.getMaxX() <= -DateLine.NEAR
                && east.getMinX() >= DateLine.NEAR
                && east.getMaxX() <= DateLine.EASTERNMOST;
        return over
                ? new Envelope(
                        east.getMinX(), Math.max(east.getMaxX(), west.getMaxX() + TURN), all.getMinY(), all.getMaxY())
                : new Envelope(all);
    }
}
