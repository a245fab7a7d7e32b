package org.copse.planning;

/** Lets another thread end a search early. The search stops within 100 ms and returns the best plan until then. */
public final class CancelSignal {

    private volatile boolean cancelled;

    /** Returns a signal that nobody will give. */
    public static CancelSignal never() {
        return new CancelSignal();
    }

    /** Ends the search. */
    public void cancel() {
        cancelled = true;
    }

    /** Returns whether the search is to end. */
    public boolean isCancelled() {
        return cancelled;
    }
}
