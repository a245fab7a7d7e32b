package org.copse.planning.workload;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Extra service minutes by who lives in a unit. Empty unless a planner chooses groups or indices.
 *
 * @param groups minutes per member and month, by the name of the group
 * @param indices minutes by the name of the index
 * @param capShare the most that mix may add, as a share of the unit's contact minutes; 0 to {@value #MOST_CAP}
 */
public record MixWeights(Map<String, Minutes> groups, Map<String, IndexMinutes> indices, double capShare) {

    /** No planner can raise the cap over this: composition may nudge service, not drive it. */
    public static final double MOST_CAP = 0.25;

    /** Copies the maps, keeping their order, and checks the cap. */
    public MixWeights {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
        Minutes.within("capShare", capShare, 0, MOST_CAP);
    }

    MixWeights removed() {
        return new MixWeights(Map.of(), Map.of(), capShare);
    }

    boolean isZero() {
        return capShare == 0
                || (groups.values().stream().allMatch(m -> m.minutes() == 0)
                        && indices.values().stream().allMatch(i -> i.minutes().minutes() == 0));
    }
}
