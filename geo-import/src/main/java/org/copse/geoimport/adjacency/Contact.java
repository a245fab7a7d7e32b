package org.copse.geoimport.adjacency;

import java.util.OptionalInt;

/**
 * How two units meet. Most contacts are edges of the graph; a contact that a barrier cuts and a corner that nothing needs are not.
 *
 * @param a the lower unit's number
 * @param b the higher unit's number
 * @param sharedMetres length of the boundary that they share
 * @param facingMetres length along which they face each other across a gap
 * @param gapMetres mean width of that gap; for a link the distance; 0 when they touch
 * @param kind how they meet
 * @param barrier the number of the barrier between them, in the order given
 * @param crossing the number of the crossing that reopens or makes the contact, in the order given
 * @param barrierMinutes the detour that the barrier costs, in minutes; 0 when none does or a crossing reopens it
 * @param inGraph whether the contact is an edge of the graph
 */
public record Contact(
        int a,
        int b,
        double sharedMetres,
        double facingMetres,
        double gapMetres,
        Kind kind,
        OptionalInt barrier,
        OptionalInt crossing,
        double barrierMinutes,
        boolean inGraph) {

    /** Ways in which two units meet. */
    public enum Kind {
        /** They share at least a metre of boundary. */
        SHARED,
        /** They face each other across a gap. */
        FACING,
        /** They meet at a corner only, face each other for less than their gap is wide, or across land that is nearer to a third. */
        CORNER,
        /** A crossing (bridge, underpass, ferry) joins them. */
        CROSSING,
        /** They are the nearest units of an island and of the rest. */
        NEAREST
    }

    /** Checks the order of the units. */
    public Contact {
        if (a < 0 || b <= a) {
            throw new IllegalArgumentException("a contact names the lower unit first, not " + a + " and " + b);
        }
    }

    /** Returns the same two units as meeting at a corner that nothing needs yet. */
    Contact asCorner() {
        return new Contact(
                a,
                b,
                sharedMetres,
                facingMetres,
                gapMetres,
                Kind.CORNER,
                OptionalInt.empty(),
                OptionalInt.empty(),
                0,
                false);
    }

    /** Returns whether a barrier cuts the contact and no crossing reopens it. */
    public boolean isCut() {
        return !inGraph && barrier.isPresent();
    }

    /** Returns whether the two meet at a corner only, or by a named link rather than along a boundary. */
    public boolean isWeak() {
        return kind != Kind.SHARED && kind != Kind.FACING;
    }
}
