package org.copse.planning.workload;

/** One of the five criteria by which the guidelines size a work area. */
public enum Criterion {
    /** How many people live how close together. */
    DENSITY,
    /** Who lives there: languages, newcomers, age, income. Service minutes only, and capped. */
    MIX,
    /** The estimated degree of conflict: incidents that police did not themselves start. */
    CONFLICT,
    /** Places of worship and other focal places. */
    PLACES,
    /** Where the unit lies: the way from the nearest base and from the centre. */
    LOCATION
}
