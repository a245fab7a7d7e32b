package org.copse.server.publication;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a planner decided for every officer who has a beat of the plan before.
 *
 * @param basis names the proposal that was decided on: another state of affairs has another
 * @param beatByAssignment the new plan's beat for each assignment of the plan before; empty where it ends
 */
public record CarryOverDecision(String basis, Map<UUID, Optional<String>> beatByAssignment) {
    public CarryOverDecision {
        beatByAssignment = Map.copyOf(beatByAssignment);
    }

    /** Returns the new plan's beat for an assignment; empty where it ends. */
    public Optional<String> beat(UUID assignment) {
        return beatByAssignment.getOrDefault(assignment, Optional.empty());
    }
}
