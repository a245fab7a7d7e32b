package org.copse.server.redraw;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan is taken from.
 *
 * @param from {@code alternative}, {@code in-force}, {@code published}, {@code scenario}, {@code task}, {@code revision} or {@code empty}
 * @param favour of an alternative of the latest proposal; null for the first
 * @param plan a published plan
 * @param scenario whose working plan
 * @param task of the engine
 * @param alternative number of the task's, from 0
 * @param revision of this scenario's working plan
 */
record PlanSource(
        @Nullable String from,
        @Nullable String favour,
        @Nullable UUID plan,
        @Nullable UUID scenario,
        @Nullable UUID task,
        @Nullable Integer alternative,
        @Nullable Integer revision) {}
