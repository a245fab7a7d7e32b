package org.copse.planning.workload;

/** Which incidents of a category count as conflict. Those that police started never do. */
public enum Counted {
    /** Those that residents reported, and those of which nobody recorded who started them. */
    ALL,
    /** Only those that residents reported: the rest of such a category is what police find when they look. */
    REPORTED,
    /** None: a planner has left the category out. */
    NONE;

    /** Returns how many of some incidents count. */
    long of(Initiated incidents) {
        return switch (this) {
            case ALL -> incidents.byResidents() + incidents.byUnknown();
            case REPORTED -> incidents.byResidents();
            case NONE -> 0;
        };
    }
}
