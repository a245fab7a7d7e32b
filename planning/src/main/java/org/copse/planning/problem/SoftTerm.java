package org.copse.planning.problem;

/** The things that a good plan keeps small, each normalised so that 0 is perfect and 1 is bad. */
public enum SoftTerm {
    /** Spread of beat hours around their targets. */
    BALANCE,
    /** Moment of inertia of the hours about each beat's centre. */
    COMPACTNESS,
    /** Length of boundary between beats. */
    CUT_LENGTH,
    /** Number of neighbouring pairs in different beats, whatever their boundary's length: for abstract graphs. */
    CUT_EDGES,
    /** Neighbouring units of one community that are put in different beats. */
    COMMUNITIES,
    /** Minutes of detour across costly barriers inside beats. */
    BARRIERS,
    /** Residents whose officer changes against the areas in force. */
    CONTINUITY,
    /** Minutes from the base that a beat reports to, weighted by hours. */
    ACCESS,
    /** Dissimilarity of planner-chosen attributes inside beats; off unless chosen. */
    MIX
}
