package org.copse.planning.workload;

/**
 * Incidents of one category by who started them.
 *
 * @param byResidents reported by residents
 * @param byPolice started by police: stops, checks, finds; these never count as conflict
 * @param byUnknown nobody recorded who started them
 */
public record Initiated(long byResidents, long byPolice, long byUnknown) {
    /** No incidents. */
    public static final Initiated NONE = new Initiated(0, 0, 0);

    /** Checks that no count is negative. */
    public Initiated {
        if (byResidents < 0 || byPolice < 0 || byUnknown < 0) {
            throw new IllegalArgumentException("incident counts are " + byResidents + ", " + byPolice + ", " + byUnknown
                    + ": none may be under 0");
        }
    }

    /** Returns the sum of both. */
    public Initiated plus(Initiated other) {
        return new Initiated(byResidents + other.byResidents, byPolice + other.byPolice, byUnknown + other.byUnknown);
    }

    /** Returns all of them. */
    public long total() {
        return byResidents + byPolice + byUnknown;
    }
}
