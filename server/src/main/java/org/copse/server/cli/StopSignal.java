package org.copse.server.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * Ctrl-C and {@code kill}, taken over from the JVM. Its shutdown hooks run all at once, and the embedded database's hook closes the
 * files under whatever still writes to them; the server has to stop first. A stop that takes too long, and a second Ctrl-C, end the
 * process on the spot, which both databases survive.
 */
final class StopSignal {
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final Duration patience;

    private StopSignal(Duration patience) {
        this.patience = patience;
    }

    /**
     * Starts to listen.
     *
     * @param patience how long a stop may take
     */
    static StopSignal listen(Duration patience) {
        StopSignal stop = new StopSignal(patience);
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Signal.handle(new Signal(name), signal -> stop.ask());
            } catch (IllegalArgumentException e) {
                // A JVM under -Xrs keeps its signals; it stops in its own way then.
            }
        }
        return stop;
    }

    /** Returns what completes when somebody asks the server to stop. */
    CompletableFuture<Void> asked() {
        return asked;
    }

    private void ask() {
        if (!asked.complete(null)) {
            Runtime.getRuntime().halt(130);
        }
        Thread watch = new Thread(this::endAnyway, "stop-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void endAnyway() {
        try {
            Thread.sleep(patience.toMillis());
            System.err.println("Stopping took too long; ending now.");
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
