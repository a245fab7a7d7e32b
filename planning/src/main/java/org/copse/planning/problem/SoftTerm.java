package org.copse.planning.problem;

/** The things that a good plan keeps small, each normalised so that 0 is perfect and 1 is bad. */
public enum SoftTerm {
    /** Spread of beat hours around their targets. */
    BALANCE(1),
    /** Moment of inertia of the hours about each beat's centre. */
    COMPACTNESS(1),
    /** Length of boundary between beats. */
    CUT_LENGTH(4),
    /** Number of neighbouring pairs in different beats, whatever their boundary's length: for abstract graphs. */
    CUT_EDGES(0),
    /** Neighbouring units of one community that are put in different beats. */
    COMMUNITIES(2),
    /** Minutes of detour across costly barriers inside beats. */
    BARRIERS(0.3),
    /** Residents whose officer changes against the areas in force. */
    CONTINUITY(0.2),
    /** Minutes from the base that a beat reports to, weighted by hours. */
    ACCESS(0.1),
    /** Dissimilarity of planner-chosen attributes inside beats; off unless chosen. */
    MIX(0);

    private final double usualWeight;

    SoftTerm(double usualWeight) {
        this.usualWeight = usualWeight;
    }

    /** Returns the weight that the term has unless a favour or a planner gives it another; 0 when it is off. */
    public double usualWeight() {
        return usualWeight;
    }
}
