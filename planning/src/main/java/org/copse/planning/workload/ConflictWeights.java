package org.copse.planning.workload;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Minutes per incident, and which categories count. Categories are compared without regard to case and to blanks around them.
 *
 * @param perIncident minutes per incident of a category that {@code byCategory} does not name
 * @param byCategory minutes per incident by category
 * @param categories which incidents of a category count; a category that is not named counts
 */
public record ConflictWeights(
        Minutes perIncident, Map<String, Minutes> byCategory, Map<String, CategoryRule> categories) {

    /** Copies the maps and checks that no category is blank. */
    public ConflictWeights {
        byCategory = copy(byCategory);
        categories = copy(categories);
        categories.keySet().forEach(category -> Minutes.said("a category of categories", category));
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Returns the minutes of one incident of a category. */
    double minutesOf(String category) {
        return find(byCategory, category, perIncident).minutes();
    }

    /** Returns which incidents of a category count. */
    public CategoryRule ruleOf(String category) {
        return find(categories, category, CategoryRule.UNDECIDED);
    }

    private static <V> V find(Map<String, V> map, String category, V otherwise) {
        for (Map.Entry<String, V> entry : map.entrySet()) {
            if (entry.getKey().strip().equalsIgnoreCase(category.strip())) {
                return entry.getValue();
            }
        }
        return otherwise;
    }

    /** Returns these weights with rules for categories on which nobody has decided yet. */
    public ConflictWeights proposing(Map<String, CategoryRule> rules) {
        Map<String, CategoryRule> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(rules);
        categories.keySet().forEach(decided -> all.keySet()
                .removeIf(category -> category.strip().equalsIgnoreCase(decided.strip())));
        Map<String, CategoryRule> merged = new LinkedHashMap<>(categories);
        merged.putAll(all);
        return new ConflictWeights(perIncident, byCategory, merged);
    }

    ConflictWeights removed() {
        Map<String, Minutes> none = new LinkedHashMap<>();
        byCategory.forEach((category, minutes) -> none.put(category, minutes.removed()));
        return new ConflictWeights(perIncident.removed(), none, categories);
    }

    boolean isZero() {
        return perIncident.minutes() == 0 && byCategory.values().stream().allMatch(m -> m.minutes() == 0);
    }
}
