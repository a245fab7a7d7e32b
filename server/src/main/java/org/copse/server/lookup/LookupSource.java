package org.copse.server.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.assignment.Cover;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;

/** What look-up answers from. The server's is {@link StoredPlans}; tests bring their own. */
interface LookupSource {

    /** Returns the plan in force. */
    Optional<PublishedPlan> findPlan();

    /** Returns a plan's beats; their territories do not change. */
    List<BeatTerritory> listBeats(PublishedPlan plan);

    /** Returns who answers today for a plan's beats, by the beat's id; none where only the team does. */
    Map<String, Cover> mapCover(PublishedPlan plan);

    /** Returns what residents are told today about a change of officer, by the beat's id and the language. */
    Map<String, Map<String, String>> mapNotices(PublishedPlan plan);

    /** Returns a plan's sectors and how their teams are reached. */
    List<SectorTerritory> listSectors(PublishedPlan plan);

    /** Returns the places where police can be met. */
    List<ContactPlace> listContactPlaces();
}
