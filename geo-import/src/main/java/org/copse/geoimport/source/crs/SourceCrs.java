package org.copse.geoimport.source.crs;

import java.util.Optional;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.ImportReport.CrsUsed;
import org.copse.geoimport.LonLatBox;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The CRS a file was read in, and the way from there to WGS 84 (longitude, latitude). */
public final class SourceCrs {
    private static final int SIDE = 5;
    private static final double HALF_TURN = 180;

    private final CrsUsed used;
    private final @Nullable MathTransform toLonLat;
    private final @Nullable Envelope validity;
    private final boolean swapped;
    private final boolean beyondDateLine;

    SourceCrs(CrsUsed used, @Nullable MathTransform toLonLat) {
        this(used, toLonLat, null, false, false);
    }

    SourceCrs(CrsUsed used, @Nullable MathTransform toLonLat, @Nullable Envelope validity) {
        this(used, toLonLat, validity, false, false);
    }

    private SourceCrs(
            CrsUsed used,
            @Nullable MathTransform toLonLat,
            @Nullable Envelope validity,
            boolean swapped,
            boolean beyondDateLine) {
        this.used = used;
        this.toLonLat = toLonLat;
        this.validity = validity;
        this.swapped = swapped;
        this.beyondDateLine = beyondDateLine;
    }

    /** Returns this CRS with the axes as said: swapped where the file gives north before east. */
    SourceCrs swapped(boolean swap) {
        return swap == swapped ? this : new SourceCrs(used, toLonLat, validity, swap, beyondDateLine);
    }

    /** Returns this CRS for a layer that goes on beyond 180° of longitude, or does not. */
    SourceCrs beyondDateLine(boolean beyond) {
        return beyond == beyondDateLine ? this : new SourceCrs(used, toLonLat, validity, swapped, beyond);
    }

    /** Returns the CRS of a table without positions. */
    public static SourceCrs none() {
        return new SourceCrs(new CrsUsed("", "", "a table without positions", null), null);
    }

    /** Returns what the report says of this CRS. */
    public CrsUsed used() {
        return used;
    }

    /** Returns whether the axes are read swapped. */
    public boolean isSwapped() {
        return swapped;
    }

    /** Returns where this CRS is made for, in degrees, or empty where that is not known. */
    Optional<LonLatBox> findValidity() {
        return Optional.ofNullable(validity).map(LonLatBox::of);
    }

    /** Returns this CRS with the axes the other way round. */
    public SourceCrs turned() {
        return swapped(!swapped);
    }

    /**
     * Returns where values of this extent lie, by a grid of their positions; empty where none can be expressed.
     *
     * @param extent in the file's coordinates
     */
    public Optional<LonLatBox> boxOf(Envelope extent) {
        if (extent.isNull()) {
            return Optional.empty();
        }
        Coordinate[] grid = new Coordinate[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                grid[row * SIDE + column] = new Coordinate(
                        extent.getMinX() + extent.getWidth() * column / (SIDE - 1),
                        extent.getMinY() + extent.getHeight() * row / (SIDE - 1));
            }
        }
        try {
            Envelope lonLat = toLonLat(new GeometryFactory().createMultiPointFromCoords(grid))
                    .getEnvelopeInternal();
            double sum = lonLat.getMinX() + lonLat.getMaxX() + lonLat.getMinY() + lonLat.getMaxY();
            return lonLat.isNull() || !Double.isFinite(sum) ? Optional.empty() : Optional.of(LonLatBox.of(lonLat));
        } catch (TransformException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns {@code geometry} in degrees, longitude first; in one piece where it lies on both sides of 180° ({@link DateLine}).
     *
     * @throws TransformException when a position is outside what the CRS can express
     */
    public Geometry toLonLat(Geometry geometry) throws TransformException {
        Geometry eastFirst = swapped ? exchanged(geometry) : geometry;
        if (toLonLat == null) {
            return DateLine.placed(eastFirst, beyondDateLine);
        }
        try {
            return DateLine.placed(JTS.transform(eastFirst, toLonLat), beyondDateLine);
        } catch (RuntimeException | AssertionError e) {
            // For positions far outside a projection the library answers NaN, or fails an assertion where those are on.
            throw new TransformException("a position is outside what " + used.name() + " can express", e);
        }
    }

    /** Returns whether all of a geometry that was given in degrees has another number of turns around the globe in {@code lonLat}. */
    public boolean isTurned(Geometry given, Geometry lonLat) {
        Envelope own = given.getEnvelopeInternal();
        double east = swapped ? own.getMaxY() : own.getMaxX();
        return isLonLat() && Math.abs(lonLat.getEnvelopeInternal().getMaxX() - east) > HALF_TURN;
    }

    private static Geometry exchanged(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) c -> {
            double x = c.x;
            c.x = c.y;
            c.y = x;
        });
        copy.geometryChanged();
        return copy;
    }

    /** Returns whether the file's coordinates are degrees of WGS 84 already, whichever first. */
    public boolean isLonLat() {
        return toLonLat == null;
    }
}
