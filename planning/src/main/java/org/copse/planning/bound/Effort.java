package org.copse.planning.bound;

import java.util.function.BooleanSupplier;

/** How long a bound may be worked at: until somebody says so, or until so many steps were taken, which is the same every time. */
final class Effort {

    private final BooleanSupplier stop;
    private final long most;
    private long steps;

    Effort(BooleanSupplier stop, long most) {
        this.stop = stop;
        this.most = most;
    }

    /** Counts steps: looks at one unit from one centre. */
    void add(long looks) {
        steps += looks;
    }

    boolean over() {
        return steps >= most || stop.getAsBoolean();
    }
}
