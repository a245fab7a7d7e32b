package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An assignment to be made.
 *
 * @param plan which must be in force: a beat's id means another beat in another plan
 * @param tenureFrom since when the officer polices here, when that was before; no later than the first day
 * @param replaces whether what stands in its way is ended the day before, else it is refused
 */
record NewAssignment(
        UUID plan,
        String beatId,
        UUID officer,
        Rank rank,
        Days days,
        LocalDate tenureFrom,
        String reason,
        boolean replaces) {}
