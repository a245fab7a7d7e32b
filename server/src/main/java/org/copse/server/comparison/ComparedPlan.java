package org.copse.server.comparison;

import java.util.List;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be compared.
 *
 * @param name what people call it
 * @param variant which of the scenario's plans, or what became of it, such as {@code balanced} or {@code in-force}: names it in messages; null for neither
 * @param plan of the ruler's units, in their order
 * @param beatIds what people call its beats by number
 * @param beatNames what people call its beats by name
 * @param favour what it was made to put first, balance where nobody knows
 * @param seed with which its twin is looked for
 */
public record ComparedPlan(
        String name,
        @Nullable String variant,
        Plan plan,
        List<String> beatIds,
        List<String> beatNames,
        Favour favour,
        long seed) {

    /** Checks that each beat has an id and a name. */
    public ComparedPlan {
        beatIds = List.copyOf(beatIds);
        beatNames = List.copyOf(beatNames);
        if (beatIds.size() != plan.beatCount() || beatNames.size() != plan.beatCount()) {
            throw new IllegalArgumentException(name + " has " + plan.beatCount() + " beats, " + beatIds.size()
                    + " ids and " + beatNames.size() + " names");
        }
    }
}
