package org.copse.planning.objective;

/** One thing that a good plan keeps small. Implementations keep books of their own for the assignment that they have entered. */
public interface Term {

    /** Adds the term's books up for an assignment; called before the first move and after every restart. */
    default void enter(Assignment at) {}

    /** Returns the term of a whole assignment, from scratch and without the books. */
    double score(Assignment at);

    /** Returns by how much the term grows when a unit moves to another beat. The assignment is still before the move. */
    double change(Assignment at, int unit, int to);

    /** Books a move that has been made: the assignment is already after it. */
    default void moved(Assignment at, int unit, int from) {}
}
