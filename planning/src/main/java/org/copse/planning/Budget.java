package org.copse.planning;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a search may last. A budget in time ends when the time is used up. A budget in iterations ends after so many evaluated moves and
 * gives the same plan for the same problem and seed, whatever the number of threads.
 *
 * @param time wall-clock time, more than 0; empty with iterations
 * @param iterations evaluated moves, 1 or more; empty with a time
 * @param seed where randomness starts
 * @param threads threads to use, 1 or more
 */
public record Budget(Optional<Duration> time, OptionalLong iterations, long seed, int threads) {

    /** Checks that there is one limit, and that it is positive. */
    public Budget {
        if (time.isPresent() == iterations.isPresent()) {
            throw new IllegalArgumentException("a budget is in time or in iterations, one of them");
        }
        if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
            throw new IllegalArgumentException("a budget of " + time.get() + " is no time");
        }
        if (iterations.isPresent() && iterations.getAsLong() < 1) {
            throw new IllegalArgumentException("a budget of " + iterations.getAsLong() + " iterations is none");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a search needs at least 1 thread, not " + threads);
        }
    }

    /** Returns a budget in time, on up to two threads. */
    public static Budget time(Duration time, long seed) {
        return new Budget(Optional.of(time), OptionalLong.empty(), seed, usualThreads());
    }

    /** Returns a budget in evaluated moves, on up to two threads. */
    public static Budget iterations(long iterations, long seed) {
        return new Budget(Optional.empty(), OptionalLong.of(iterations), seed, usualThreads());
    }

    /** Returns this budget on another number of threads. */
    public Budget withThreads(int count) {
        return new Budget(time, iterations, seed, count);
    }

    private static int usualThreads() {
        return Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
    }
}
