package org.copse.geoimport.district;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Matches the keys of a table to the ids of units, although spreadsheets have been at them.
 *
 * <p>The exact key wins. Where there is none, keys are compared without blanks, case, leading zeros and the
 * {@code .0} that a number column appends, as long as that stays unambiguous.
 */
public final class KeyMatch {
    private static final int AMBIGUOUS = -2;
    private static final int NONE = -1;

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> loose = new HashMap<>();
    private final Set<String> loosely = new HashSet<>();

    /** @param ids of the units, in their order */
    public KeyMatch(List<String> ids) {
        for (int u = 0; u < ids.size(); u++) {
            exact.put(ids.get(u).strip(), u);
            loose.merge(bare(ids.get(u)), u, (one, other) -> AMBIGUOUS);
        }
    }

    /** Returns the unit of a key, or -1. */
    public int find(String key) {
        Integer unit = exact.get(key.strip());
        if (unit != null) {
            return unit;
        }
        int found = loose.getOrDefault(bare(key), NONE);
        if (found < 0) {
            return NONE;
        }
        loosely.add(key);
        return found;
    }

    /** Returns how many keys matched only without blanks, case, zeros. */
    public int looseMatches() {
        return loosely.size();
    }

    static String bare(String key) {
        String bare = key.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        bare = bare.replaceFirst("^(\\d+)\\.0+$", "$1");
        return bare.replaceFirst("^0+(?=.)", "");
    }
}
