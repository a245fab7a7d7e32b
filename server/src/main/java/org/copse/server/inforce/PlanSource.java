package org.copse.server.inforce;

import java.util.List;
import java.util.Optional;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;

/** Where the plan in force comes from. The server's is {@link StoredPlans}; tests bring their own. */
public interface PlanSource {

    /** Returns the plan in force. */
    Optional<PublishedPlan> findPlan();

    /** Returns the plan that is to come into force after it, if one is known. */
    default Optional<PublishedPlan> findAhead() {
        return Optional.empty();
    }

    /** Returns a plan's beats; their territories do not change. */
    List<BeatTerritory> listBeats(PublishedPlan plan);
}
