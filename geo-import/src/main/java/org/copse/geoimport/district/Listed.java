package org.copse.geoimport.district;

import java.util.List;

/**
 * A number of things, and the first of them by name.
 *
 * @param count all of them
 * @param first as many as a report can hold, {@value #MOST} at most
 */
public record Listed(long count, List<String> first) {

    /** How many are named. */
    public static final int MOST = 1_000;

    /** Copies the list. */
    public Listed {
        first = List.copyOf(first);
    }

    static Listed of(List<String> all) {
        return new Listed(all.size(), all.subList(0, Math.min(MOST, all.size())));
    }
}
