package org.copse.server.inforce;

import java.util.List;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;

/**
 * A plan and its beats, ready to be asked.
 *
 * @param beats the index's numbers are places in this list
 */
public record IndexedPlan(PublishedPlan plan, List<BeatTerritory> beats, BeatIndex index) {

    static IndexedPlan of(PublishedPlan plan, PlanSource source) {
        List<BeatTerritory> beats = List.copyOf(source.listBeats(plan));
        return new IndexedPlan(
                plan,
                beats,
                BeatIndex.of(beats.stream().map(BeatTerritory::lonLat).toList()));
    }
}
