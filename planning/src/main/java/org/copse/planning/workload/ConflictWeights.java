package org.copse.planning.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Minutes per incident, and which categories are found by police rather than reported.
 *
 * @param perIncident minutes per incident of a category that {@code byCategory} does not name
 * @param byCategory minutes per incident by category, compared without regard to case
 * @param policeFound words; an incident of unknown origin does not count when its category contains one of
 *     them, because the more police look, the more of these there are
 */
public record ConflictWeights(Minutes perIncident, Map<String, Minutes> byCategory, List<String> policeFound) {

    /** Copies the collections and checks that no word is blank, for a blank word would match everything. */
    public ConflictWeights {
        byCategory = Collections.unmodifiableMap(new LinkedHashMap<>(byCategory));
        policeFound = List.copyOf(policeFound);
        policeFound.forEach(word -> Minutes.said("policeFound", word));
    }

    /** Returns the minutes of one incident of a category. */
    double minutesOf(String category) {
        for (Map.Entry<String, Minutes> entry : byCategory.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(category.strip())) {
                return entry.getValue().minutes();
            }
        }
        return perIncident.minutes();
    }

    /** Returns whether incidents of this category are usually found by police. */
    public boolean isPoliceFound(String category) {
        String lower = category.toLowerCase(Locale.ROOT);
        return policeFound.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    ConflictWeights removed() {
        Map<String, Minutes> none = new LinkedHashMap<>();
        byCategory.forEach((category, minutes) -> none.put(category, minutes.removed()));
        return new ConflictWeights(perIncident.removed(), none, new ArrayList<>(policeFound));
    }

    boolean isZero() {
        return perIncident.minutes() == 0 && byCategory.values().stream().allMatch(m -> m.minutes() == 0);
    }
}
