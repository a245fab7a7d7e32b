package org.copse.server.redraw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a draft, and where.
 *
 * @param kind {@code unassigned}, {@code empty-beat}, {@code beat-in-pieces}, {@code sector-in-pieces}, {@code beat-hours} or {@code sector-hours}
 * @param beat its number; null where it is not about a beat
 * @param sector its number; null where it is not about a sector
 * @param units to go to: those without a beat, those of the smaller pieces, or all of the beat's or the sector's
 * @param value what the plan has: units, pieces or hours
 * @param bound what it should have at most or at least
 * @param cause why, as the engine names it: {@code not-found} where nothing is known to stand in the way
 */
record PlanCheck(
        String kind,
        @Nullable Integer beat,
        @Nullable Integer sector,
        List<String> units,
        double value,
        double bound,
        String cause) {
    PlanCheck {
        units = List.copyOf(units);
    }
}
