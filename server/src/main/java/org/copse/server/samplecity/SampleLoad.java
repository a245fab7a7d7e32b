package org.copse.server.samplecity;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.copse.server.layer.ImportCancelled;
import org.copse.server.samplecity.SampleLoading.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the sample city beside a server that answers already, and ends when the server stops. Of several servers on one database one
 * loads and the others wait; when it dies, its transaction and with it the lock are gone, and the next one begins anew.
 */
@Component
@ConditionalOnProperty("copse.sample.load")
public class SampleLoad implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SampleLoad.class);
    /** How often a server asks whether another one is still loading. */
    private static final long ASK_AGAIN_MILLIS = 500;
    /** For how long a stop waits; the database rolls back what is not committed in any case. */
    private static final long PATIENCE_MILLIS = 2_500;

    private final SampleCity city;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::load, "sample-city");
    private volatile SampleLoading progress = SampleLoading.of(State.STARTING);

    SampleLoad(SampleCity city) {
        this.city = city;
        thread.setDaemon(true);
    }

    /** Returns what completes when there is nothing left to load, and fails when it could not be loaded or the server stopped. */
    public CompletableFuture<Void> loaded() {
        return loaded.copy();
    }

    SampleLoading progress() {
        return progress;
    }

    @Override
    public void start() {
        thread.start();
    }

    private void load() {
        try {
            while (!city.loadUnlessThere(this::goesOn)) {
                progress = SampleLoading.of(State.LOADING_ELSEWHERE);
                if (stopped.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new CancellationException();
                }
            }
            progress = SampleLoading.of(State.DONE);
            loaded.complete(null);
        } catch (ImportCancelled | CancellationException | InterruptedException e) {
            loaded.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOG.error("The sample city could not be loaded; the next start begins anew", e);
            progress = SampleLoading.of(State.FAILED);
            loaded.completeExceptionally(e);
        }
    }

    private boolean goesOn(SampleLoading reached) {
        progress = reached;
        return stopped.getCount() > 0;
    }

    /** Never by an interrupt: H2 closes the file of a thread that is interrupted in it. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
