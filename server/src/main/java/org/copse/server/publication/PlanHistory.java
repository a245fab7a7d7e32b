package org.copse.server.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which plan comes back when the last one is taken back: what was put aside by it, and not what was itself taken back. */
final class PlanHistory {
    private PlanHistory() {}

    /**
     * Returns the plan before the last.
     *
     * @param latestFirst all terms
     */
    static Optional<UUID> before(List<PlanTerm> latestFirst) {
        List<PlanTerm> inOrder = new ArrayList<>(latestFirst);
        Collections.reverse(inOrder);
        Deque<UUID> standing = new ArrayDeque<>();
        for (PlanTerm term : inOrder) {
            if (term.isCalledOff()) {
                continue;
            }
            if (term.kind() == PlanTerm.Kind.ENTRY) {
                standing.push(term.plan().id());
            } else {
                standing.pop();
            }
        }
        standing.poll();
        return Optional.ofNullable(standing.peek());
    }
}
