package org.copse.geoimport;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The bounds of an import. Passing one ends the import as {@link ImportRefused}, naming the bound.
 *
 * @param bounds the largest value allowed for each limit, at least 1; a limit that is absent keeps its usual bound
 */
public record Limits(Map<Limit, Long> bounds) {

    private static final Limits USUAL = new Limits(Map.of());

    public Limits {
        EnumMap<Limit, Long> copy = new EnumMap<>(Limit.class);
        bounds.forEach((limit, bound) -> {
            if (bound < 1) {
                throw new IllegalArgumentException("limit " + limit.key() + " is " + bound + ", below 1");
            }
            copy.put(limit, bound);
        });
        bounds = Collections.unmodifiableMap(copy);
    }

    /** Returns the usual bounds. */
    public static Limits usual() {
        return USUAL;
    }

    /** Returns the largest value allowed for {@code limit}. */
    public long of(Limit limit) {
        return bounds.getOrDefault(limit, limit.usual());
    }

    /** Returns these limits with {@code bound} for {@code limit}. */
    public Limits with(Limit limit, long bound) {
        EnumMap<Limit, Long> copy = new EnumMap<>(Limit.class);
        copy.putAll(bounds);
        copy.put(limit, bound);
        return new Limits(copy);
    }

    /**
     * Does nothing while {@code value} is within the bound of {@code limit}.
     *
     * @param where the file, entry or row, for the message
     * @throws ImportRefused with code {@code limit-passed} when it is not
     */
    public void check(Limit limit, long value, String where) {
        if (value > of(limit)) {
            throw passed(limit, where);
        }
    }

    /**
     * Returns the refusal of a file that passes {@code limit}, with the bound and how to raise it.
     *
     * @param where the file, entry or row, for the message
     */
    public ImportRefused passed(Limit limit, String where) {
        return new ImportRefused(
                        RefusalCode.LIMIT_PASSED,
                        where,
                        "more than " + of(limit) + " " + limit.noun(),
                        "Raise the limit \"" + limit.key()
                                + "\" if this file is meant to be so large, or split the file.")
                .with("limit", limit.key())
                .with("bound", of(limit));
    }
}
