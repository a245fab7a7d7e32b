package org.copse.geoimport.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Positions that mean none: 0, 0 and what is a rounding from it, a coordinate of 0 on a grid of metres, and −1, 1, 99, 999 and the like in
 * both, and the 77.7777, 888.8888 or 99.999 by which registers say why there is none. Where the other positions lie around such a place it is one like any other.
 */
public final class NullPositions {
    private static final Set<Double> MARKS =
            Set.of(1.0, 9.0, 99.0, 999.0, 9_999.0, 99_999.0, 999_999.0, 9_999_999.0, 99_999_999.0);
    private static final Pattern REPEATED = Pattern.compile("(?=.{4,})([789])\\1+\\.\\1+");
    private static final double NEAR_DEGREES = 0.001;
    private static final double NEAR_METRES = 1;
    private static final double MOST_DEGREES = 400;
    private static final double AROUND_DEGREES = 0.5;
    private static final double AROUND_METRES = 50_000;

    /** Where the others lie, widened. */
    private final Envelope around;

    private final boolean metres;

    private NullPositions(Envelope around, boolean metres) {
        this.around = around;
        this.metres = metres;
    }

    /** Returns what means no position among these, in the file's coordinates. */
    static NullPositions among(List<Coordinate> positions) {
        Envelope others = new Envelope();
        boolean metres = positions.stream()
                .anyMatch(at -> Math.max(Math.abs(at.x), Math.abs(at.y)) > MOST_DEGREES && !isMark(at));
        positions.stream().filter(at -> !means(at, metres)).forEach(others::expandToInclude);
        others.expandBy(metres ? AROUND_METRES : AROUND_DEGREES);
        return new NullPositions(others, metres);
    }

    private static boolean means(Coordinate at, boolean metres) {
        double near = metres ? NEAR_METRES : NEAR_DEGREES;
        boolean origin = Math.abs(at.x) < near && Math.abs(at.y) < near;
        return origin || isMark(at) || (metres && (at.x == 0 || at.y == 0));
    }

    private static boolean isMark(Coordinate at) {
        return (at.x == at.y && MARKS.contains(Math.abs(at.x))) || (isRepeated(at.x) && isRepeated(at.y));
    }

    private static boolean isRepeated(double value) {
        return Double.isFinite(value)
                && REPEATED.matcher(BigDecimal.valueOf(Math.abs(value)).toPlainString())
                        .matches();
    }

    /** Returns whether {@code at} means that there is no position. */
    public boolean has(Coordinate at) {
        return means(at, metres) && !around.contains(at);
    }

    /** Returns whether this place in degrees is what becomes of an empty position on the way through a grid. */
    public boolean isOrigin(Coordinate lonLat) {
        return metres && Math.abs(lonLat.x) < NEAR_DEGREES && Math.abs(lonLat.y) < NEAR_DEGREES;
    }
}
