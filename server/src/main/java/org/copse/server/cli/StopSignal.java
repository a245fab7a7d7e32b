package org.copse.server.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Ctrl-C and {@code kill}, taken over from the JVM. Its shutdown hooks run all at once, and the embedded database's hook closes the
 * files under whatever still writes to them; the server has to stop first. A stop that takes too long, and a second Ctrl-C, end the
 * process on the spot, which both databases survive.
 */
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    /** Starts to listen. */
    static StopSignal listen() {
        StopSignal stop = new StopSignal();
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Signal.handle(new Signal(name), signal -> stop.ask());
            } catch (IllegalArgumentException e) {
                // A JVM under -Xrs keeps its signals; it stops in its own way then.
            }
        }
        return stop;
    }

    /** Waits until somebody asks the server to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    private void ask() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(130);
        }
        asked.countDown();
        Thread watch = new Thread(StopSignal::endAnyway, "stop-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void endAnyway() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            System.err.println("Stopping took too long; ending now.");
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
