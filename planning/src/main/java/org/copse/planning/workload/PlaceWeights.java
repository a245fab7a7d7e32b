package org.copse.planning.workload;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Visits to focal places, by their type.
 *
 * @param byType visits by type, compared without regard to case
 * @param other visits to a place of a type that {@code byType} does not name
 */
public record PlaceWeights(Map<String, VisitMinutes> byType, VisitMinutes other) {

    /** The type under which every place of worship counts, whatever its religion. */
    public static final String WORSHIP = "worship";

    /** Copies the map, keeping its order. */
    public PlaceWeights {
        byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }

    VisitMinutes of(String type) {
        for (Map.Entry<String, VisitMinutes> entry : byType.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(type.strip())) {
                return entry.getValue();
            }
        }
        return other;
    }

    PlaceWeights removed() {
        Map<String, VisitMinutes> none = new LinkedHashMap<>();
        byType.forEach((type, visits) -> none.put(type, visits.removed()));
        return new PlaceWeights(none, other.removed());
    }

    boolean isZero() {
        return other.minutes().minutes() * other.visitsPerMonth() == 0
                && byType.values().stream().allMatch(v -> v.minutes().minutes() * v.visitsPerMonth() == 0);
    }
}
