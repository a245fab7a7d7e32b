package org.copse.planning;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.planning.plan.Plan;

/**
 * Where a search stands.
 *
 * @param fraction share of the budget used, 0..1
 * @param phase what it is doing, in words
 * @param elapsed time since it began
 * @param iterations moves evaluated until now
 * @param bestScore score of the best plan until now; empty before there is one; lower is better
 * @param best the best plan until now
 */
public record Progress(
        double fraction,
        String phase,
        Duration elapsed,
        long iterations,
        OptionalDouble bestScore,
        Optional<Plan> best) {}
