package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An officer's time on a beat.
 *
 * @param tenureFrom since when the officer polices here, plans before counted
 */
public record BeatAssignment(
        UUID id, UUID plan, String beatId, UUID officer, Rank rank, Days days, LocalDate tenureFrom) {

    /** Returns the assignment on other days. */
    BeatAssignment during(Days others) {
        return new BeatAssignment(id, plan, beatId, officer, rank, others, tenureFrom);
    }
}
