package org.copse.geoimport.adjacency;

/** What is said of how neighbours were found. */
public enum AdjacencyNote {
    /** The units touch one another. */
    UNITS_TOUCH,
    /** Only units that touch are neighbours, since no wider tolerance would join more. */
    ONLY_TOUCHING,
    /** Units that face each other across at most {@code metres} are neighbours; {@code steps} say what other tolerances would give. */
    ACROSS_STREETS,
    /** Barriers part {@code cut} pairs, crossings join {@code crossings}. */
    BARRIERS,
    /** Units {@code a} and {@code b}, {@code metres} apart, meet at a corner, and nothing else joins their parts. */
    CORNER_LINK,
    /** Units {@code a} and {@code b}, {@code metres} apart, are linked as the nearest of their parts. */
    NEAREST_LINK,
    /** Nothing joins the {@code parts} of the district; {@code apart} are the units of all but the largest. */
    PARTS_UNREACHED
}
