package org.copse.server.drawing;

/**
 * A round length on the ground, as long as it is on a map.
 *
 * @param metres on the ground: 1, 2 or 5 times a power of ten
 * @param points on the map
 */
public record ScaleBar(double metres, double points) {

    /** Returns the longest bar that takes no more than a share of the map's width. */
    public static ScaleBar of(MapFrame frame, double share) {
        double most = frame.width() * share * frame.metresPerPoint();
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1) * power;
        return new ScaleBar(metres, metres / frame.metresPerPoint());
    }
}
