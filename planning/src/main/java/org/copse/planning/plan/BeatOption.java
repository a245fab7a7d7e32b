package org.copse.planning.plan;

import java.util.Map;
import org.copse.planning.problem.SoftTerm;

/**
 * What it would mean for a plan if one unit were in a beat.
 *
 * @param beat the beat, from 0
 * @param keepsWhole whether the beat and the sector that the unit leaves stay connected and have a unit left
 * @param scoreChange by how much the weighted score grows; negative is better; 0 for the beat that the unit is in
 * @param missedChange by how much more bounds, locks and groups are missed; negative is better
 * @param byTerm weighted change of each soft term in use
 */
public record BeatOption(
        int beat, boolean keepsWhole, double scoreChange, double missedChange, Map<SoftTerm, Double> byTerm) {

    /** Copies the map. */
    public BeatOption {
        byTerm = Map.copyOf(byTerm);
    }
}
