package org.copse.planning.objective;

/**
 * Units that are in another beat than in a given plan, counted: what mending keeps small.
 *
 * <p>Unit: units. Range: 0 to the number of units. Source: the plan that is given.
 */
public final class Moved implements Term {

    private final int[] before;

    /** Compares with these labels, which are copied. */
    public Moved(int[] beatOfUnit) {
        this.before = beatOfUnit.clone();
    }

    @Override
    public double score(Assignment at) {
        double count = 0;
        for (int u = 0; u < before.length; u++) {
            count += at.beat[u] == before[u] ? 0 : 1;
        }
        return count;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int own = before[unit];
        return (to == own ? 0 : 1) - (at.beat[unit] == own ? 0 : 1);
    }
}
