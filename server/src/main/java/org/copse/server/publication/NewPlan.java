package org.copse.server.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A plan to be published. Its parts must fit: every unit in a beat, every beat in a sector.
 *
 * @param name what people call it
 * @param reason why it is published, for the record
 * @param scenario it was made in, or null
 * @param favour what the chosen alternative puts first, or null
 * @param unitsLayer the layer of its units
 */
public record NewPlan(
        String name,
        String reason,
        PlanOrigin origin,
        @Nullable UUID scenario,
        @Nullable String favour,
        @Nullable UUID unitsLayer,
        List<Sector> sectors,
        List<Beat> beats,
        List<Unit> units) {

    public NewPlan {
        sectors = List.copyOf(sectors);
        beats = List.copyOf(beats);
        units = List.copyOf(units);
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("a plan without beats cannot be published");
        }
        Set<String> sectorIds = sectors.stream().map(Sector::id).collect(Collectors.toSet());
        Set<String> beatIds = new HashSet<>();
        for (Beat beat : beats) {
            if (!sectorIds.contains(beat.sectorId())) {
                throw new IllegalArgumentException(
                        "beat " + beat.id() + " is in sector " + beat.sectorId() + ", which the plan does not have");
            }
            if (!beatIds.add(beat.id())) {
                throw new IllegalArgumentException("two beats have the id " + beat.id());
            }
        }
        for (Unit unit : units) {
            if (!beatIds.contains(unit.beatId())) {
                throw new IllegalArgumentException(
                        "unit " + unit.id() + " is in beat " + unit.beatId() + ", which the plan does not have");
            }
        }
    }

    /**
     * A sector.
     *
     * @param officers how many it has
     * @param contact its own contact, for beats that have no officer; null to keep that of the plan before
     * @param lonLat its territory, WGS 84
     */
    public record Sector(String id, String name, int officers, @Nullable Contact contact, Geometry lonLat) {}

    /** How to reach a sector's team. */
    public record Contact(@Nullable String phone, @Nullable String email) {}

    /**
     * A beat.
     *
     * @param colour 0 to 5, another than its neighbours'
     * @param residents people who live there
     * @param lonLat its territory, WGS 84
     */
    public record Beat(String id, String sectorId, String name, int colour, double residents, Geometry lonLat) {}

    /**
     * A unit.
     *
     * @param residents people who live there
     * @param at a point inside it
     */
    public record Unit(String id, String beatId, double residents, Position at) {}

    /**
     * A position in WGS 84.
     *
     * @param lon longitude, degrees
     * @param lat latitude, degrees
     */
    public record Position(double lon, double lat) {}
}
