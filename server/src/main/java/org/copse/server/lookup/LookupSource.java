package org.copse.server.lookup;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.copse.server.assignment.Cover;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;

/** Who answers for the beats of a plan. The server's is {@link StoredLookup}; tests bring their own. */
interface LookupSource {

    /** Returns who answers today, or on the first day of a plan to come, for a plan's beats, by the beat's id; none where only the team does. */
    Map<String, Cover> mapCover(PublishedPlan plan);

    /** Returns what residents are told today about a change of officer, by the beat's id and the language. */
    Map<String, Map<String, String>> mapNotices(PublishedPlan plan);

    /** Returns a plan's sectors and how their teams are reached. */
    List<SectorTerritory> listSectors(PublishedPlan plan);

    /** Returns the places where police can be met. */
    List<ContactPlace> listContactPlaces();

    /** Returns the authority's own day and time: contact points open by that. */
    LocalDateTime now();

    /** Returns how the authority as a whole is reached. */
    LookupAnswer.Team getAuthority();
}
