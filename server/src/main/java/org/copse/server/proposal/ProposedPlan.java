package org.copse.server.proposal;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One alternative of a proposal on the ground.
 *
 * @param favour what it puts first, such as {@code least-change}
 * @param beatOfUnit the beat's id for each of the proposal's units, in order
 */
public record ProposedPlan(String favour, List<Sector> sectors, List<Beat> beats, List<String> beatOfUnit) {

    public ProposedPlan {
        sectors = List.copyOf(sectors);
        beats = List.copyOf(beats);
        beatOfUnit = List.copyOf(beatOfUnit);
    }

    /**
     * A sector.
     *
     * @param name what people call it
     * @param lonLat its territory, WGS 84. Not to be changed
     */
    public record Sector(String id, String name, int officers, Geometry lonLat) {

        /** A sector that is called by its id. */
        public Sector(String id, int officers, Geometry lonLat) {
            this(id, id, officers, lonLat);
        }
    }

    /**
     * A beat.
     *
     * @param name what people call it
     * @param colour 0 to 5, another than its neighbours'
     * @param hours officer-hours per month
     * @param deviation signed share of the target hours
     * @param lonLat its territory, WGS 84. Not to be changed
     */
    public record Beat(
            String id,
            String sectorId,
            String name,
            int colour,
            double hours,
            double deviation,
            double residents,
            Geometry lonLat) {}

    /**
     * A unit that was planned.
     *
     * @param residents as planned with: estimated where the unit had none
     * @param lon longitude of a point inside, degrees
     * @param lat latitude of a point inside, degrees
     */
    public record Unit(String id, double residents, double lon, double lat) {}
}
