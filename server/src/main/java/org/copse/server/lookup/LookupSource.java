package org.copse.server.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.officer.Officer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;

/** What look-up answers from. The server's is {@link StoredPlans}; tests bring their own. */
interface LookupSource {

    /** Returns the plan in force. */
    Optional<PublishedPlan> findPlan();

    /** Returns a plan's beats; their territories do not change. */
    List<BeatTerritory> listBeats(PublishedPlan plan);

    /** Returns the officers of a plan's beats, by the beat's id. */
    Map<String, Officer> mapOfficers(PublishedPlan plan);

    /** Returns the places where police can be met. */
    List<ContactPlace> listContactPlaces();
}
