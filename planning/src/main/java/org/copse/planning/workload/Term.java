package org.copse.planning.workload;

/** One summand of a unit's workload, in officer-hours per month. */
public enum Term {
    /** Contacts with residents. */
    CONTACT(Criterion.DENSITY),
    /** Extra service minutes for chosen groups and indices, capped as a share of contact. */
    MIX(Criterion.MIX),
    /** Incidents, smoothed. */
    CONFLICT(Criterion.CONFLICT),
    /** Visits to focal places. */
    PLACES(Criterion.PLACES),
    /** The way between the visits inside the unit. */
    TRAVEL(Criterion.DENSITY),
    /** The way to the unit, there and back. */
    ACCESS(Criterion.LOCATION);

    private final Criterion criterion;

    Term(Criterion criterion) {
        this.criterion = criterion;
    }

    /** Returns the criterion that this term answers to. */
    public Criterion criterion() {
        return criterion;
    }
}
