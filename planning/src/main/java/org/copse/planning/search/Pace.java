package org.copse.planning.search;

import java.util.function.BooleanSupplier;

/** How far a run is through its share of the budget, and whether it must stop. Asked every thousand moves or so, not at each. */
interface Pace {

    /** Returns the share of the run that is over, 0..1 or more, after so many moves of it. */
    double fraction(long moves);

    /** Returns whether the whole search must end, however far this run is: it was cancelled, or its time is used up. */
    boolean stopped();

    /** A run that lasts until an instant of a clock. */
    static Pace until(SearchClock clock, long begin, long end) {
        return new Pace() {
            @Override
            public double fraction(long moves) {
                return (clock.nanos() - begin) / (double) Math.max(1, end - begin);
            }

            @Override
            public boolean stopped() {
                return clock.over();
            }
        };
    }

    /** A run that lasts so many moves. */
    static Pace moves(long limit, BooleanSupplier stop) {
        return new Pace() {
            @Override
            public double fraction(long moves) {
                return moves / (double) limit;
            }

            @Override
            public boolean stopped() {
                return stop.getAsBoolean();
            }
        };
    }
}
