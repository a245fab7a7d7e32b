package org.copse.server.redraw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One save of a working plan, the plan itself aside.
 *
 * @param revision from 1
 * @param note why, in the planner's words
 * @param units whose beat is another than in the revision before
 * @param residents of these units
 */
public record Revision(
        int revision, String savedBy, Instant savedAt, @Nullable String note, int units, double residents) {}
