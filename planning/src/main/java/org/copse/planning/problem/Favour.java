package org.copse.planning.problem;

/** What an alternative puts first. All alternatives keep the same hard constraints. */
public enum Favour {
    /** Even workload, with all other terms present. */
    BALANCED,
    /** Short walks: small moment of inertia and short boundaries. */
    COMPACT,
    /** Communities kept whole. Needs communities. */
    COMMUNITIES,
    /** As few residents as possible with a new officer. Needs areas in force. */
    LEAST_CHANGE,
    /** Abstract graphs only: fewest cut edges, nothing else. */
    CUT
}
