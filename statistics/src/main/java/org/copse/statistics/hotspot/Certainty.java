package org.copse.statistics.hotspot;

/** How sure it is that a cell and its neighbours differ from chance: for a legend in words. */
public enum Certainty {
    /** More than chance, very sure: q at most 0.01. */
    MORE_VERY_SURE,
    /** More than chance, sure: q at most 0.05. */
    MORE_SURE,
    /** Not sure: chance explains it. */
    NOT_SURE,
    /** Less than chance, sure: q at most 0.05. */
    LESS_SURE,
    /** Less than chance, very sure: q at most 0.01. */
    LESS_VERY_SURE,
    /** Not tested: there is nothing to compare with. */
    NOT_TESTED;

    private static final double VERY_SURE = 0.01;
    private static final double SURE = 0.05;

    /** Returns the class of a test's z and q; NaN is not tested. */
    public static Certainty of(double z, double q) {
        if (Double.isNaN(z) || Double.isNaN(q)) {
            return NOT_TESTED;
        }
        if (q > SURE || z == 0) {
            return NOT_SURE;
        }
        if (z > 0) {
            return q <= VERY_SURE ? MORE_VERY_SURE : MORE_SURE;
        }
        return q <= VERY_SURE ? LESS_VERY_SURE : LESS_SURE;
    }

    /** Returns whether it is sure or very sure that there is more than chance. */
    public boolean isMore() {
        return this == MORE_SURE || this == MORE_VERY_SURE;
    }
}
