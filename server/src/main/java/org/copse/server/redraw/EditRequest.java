package org.copse.server.redraw;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit as a planner asks for it; {@link EditKind} says which fields belong to which kind. Units are named by id, beats and sectors by number.
 *
 * @param to the beat to move to; null for none
 * @param moves single moves, those of a mend for example
 * @param as what the moves are called when they are undone: {@code mend}, or null
 * @param onlyFrom only units of this beat are moved
 * @param onlyUnassigned only units without a beat are moved
 */
record EditRequest(
        @Nullable String kind,
        @Nullable List<String> units,
        @Nullable Integer to,
        @Nullable List<Move> moves,
        @Nullable String as,
        @Nullable Integer onlyFrom,
        @Nullable Boolean onlyUnassigned,
        @Nullable Integer beat,
        @Nullable List<Integer> beats,
        @Nullable Integer sector,
        @Nullable List<Integer> sectors,
        @Nullable Integer into,
        @Nullable Integer parts,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable Integer colour,
        @Nullable Boolean all,
        @Nullable String from,
        @Nullable String favour,
        @Nullable UUID plan,
        @Nullable UUID scenario,
        @Nullable UUID task,
        @Nullable Integer alternative,
        @Nullable Integer revision) {

    /**
     * A move of one unit.
     *
     * @param beat null for none
     */
    record Move(@Nullable String unit, @Nullable Integer beat) {}

    /** Returns the part that says where a plan is taken from. */
    PlanSource source() {
        return new PlanSource(from, favour, plan, scenario, task, alternative, revision);
    }
}
