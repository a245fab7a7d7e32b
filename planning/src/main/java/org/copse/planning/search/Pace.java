package org.copse.planning.search;

import org.copse.planning.CancelSignal;

/** How far a run is through its share of the budget, and whether it must stop. Asked every thousand moves or so, not at each. */
interface Pace {

    /** Returns the share of the run that is over, 0..1 or more, after so many moves of it. */
    double fraction(long moves);

    /** Returns whether the search was cancelled. */
    boolean cancelled();

    /** A run that lasts until an instant of {@link System#nanoTime()}. */
    static Pace untilNanos(long begin, long end, CancelSignal cancel) {
        return new Pace() {
            @Override
            public double fraction(long moves) {
                return (System.nanoTime() - begin) / (double) Math.max(1, end - begin);
            }

            @Override
            public boolean cancelled() {
                return cancel.isCancelled();
            }
        };
    }

    /** A run that lasts so many moves. */
    static Pace moves(long limit, CancelSignal cancel) {
        return new Pace() {
            @Override
            public double fraction(long moves) {
                return moves / (double) limit;
            }

            @Override
            public boolean cancelled() {
                return cancel.isCancelled();
            }
        };
    }
}
