package org.copse.planning.search;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;

/**
 * The time of a search: begun when this is made, over when the budget's time is used up or the search is cancelled. With a budget in moves it
 * is only cancelled. Every phase asks it, at least every few hundredths of a second's work: no phase may last longer than that by itself.
 */
final class SearchClock {

    private final LongSupplier nanoTime;
    private final CancelSignal cancel;
    private final long began;
    private final long lasts;

    /** @param nanoTime a clock in nanoseconds, as {@link System#nanoTime()} */
    SearchClock(Budget budget, CancelSignal cancel, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.cancel = cancel;
        this.began = nanoTime.getAsLong();
        this.lasts = budget.time().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** Returns the nanoseconds since the search began. */
    long nanos() {
        return nanoTime.getAsLong() - began;
    }

    /** Returns whether the search must end. */
    boolean over() {
        return cancel.isCancelled() || (lasts < Long.MAX_VALUE && nanos() >= lasts);
    }

    /** Returns after how many nanoseconds a share of the budget in time is used up. */
    long at(double share) {
        return (long) (share * lasts);
    }
}
