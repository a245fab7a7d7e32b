package org.copse.planning.plan;

import java.util.List;

/**
 * A plan made to keep its hard constraints again with few moves.
 *
 * @param plan the mended plan
 * @param moves the units that changed beat, by unit; empty when nothing was amiss or nothing helped
 * @param violations what is still not kept
 * @param fewest whether it is certain that no fewer moves would do: on small maps, where all ways are tried. Elsewhere there may be a way that
 *     has fewer
 */
public record Mending(Plan plan, List<UnitMove> moves, List<Violation> violations, boolean fewest) {

    /** Copies the lists. */
    public Mending {
        moves = List.copyOf(moves);
        violations = List.copyOf(violations);
    }
}
