package org.copse.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.planning.CancelSignal;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and {@code kill} while a plan is searched for: the search ends, and the best plan until then is written. The second one ends the process on
 * the spot.
 */
final class StopPlanning implements AutoCloseable {
    private static final int KILLED = 130;

    private final CancelSignal cancel = new CancelSignal();
    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

    private StopPlanning() {}

    /** Starts to listen, until closed. */
    static StopPlanning listen() {
        StopPlanning stop = new StopPlanning();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal signal = new Signal(name);
            try {
                stop.before.put(signal, Signal.handle(signal, heard -> stop.ask()));
            } catch (IllegalArgumentException e) {
                // A JVM under -Xrs keeps its signals; it stops in its own way then.
            }
        }
        return stop;
    }

    /** Returns what ends the search. */
    CancelSignal signal() {
        return cancel;
    }

    private void ask() {
        if (cancel.isCancelled()) {
            Runtime.getRuntime().halt(KILLED);
        }
        cancel.cancel();
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
