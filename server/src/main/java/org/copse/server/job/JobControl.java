package org.copse.server.job;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Between a piece of work and whoever watches it: progress goes out, a cancel request comes in. Thread-safe. */
public final class JobControl {

    /**
     * What is known of the progress.
     *
     * @param phase what is done at present, as a code
     * @param fraction share done, 0 to 1
     * @param count features read so far; empty where nothing is counted
     */
    record Progress(String phase, double fraction, OptionalDouble bestScore, OptionalLong count) {
        Progress(String phase, double fraction, OptionalDouble bestScore) {
            this(phase, fraction, bestScore, OptionalLong.empty());
        }
    }

    private final List<Runnable> whenCancelled = new CopyOnWriteArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile Progress progress = new Progress("starting", 0, OptionalDouble.empty());

    /**
     * Says how far the work is. Cheap: only the latest report is written, about twice a second.
     *
     * @param fraction share done; what lies outside 0 to 1 is brought to the nearer end
     * @param bestScore of the best result so far; lower is better
     */
    public void report(String phase, double fraction, OptionalDouble bestScore) {
        progress = new Progress(phase, share(fraction), bestScore);
    }

    /**
     * Says how far an import is; as cheap as the above.
     *
     * @param count features read so far
     */
    public void report(String phase, double fraction, long count) {
        progress = new Progress(phase, share(fraction), OptionalDouble.empty(), OptionalLong.of(count));
    }

    private static double share(double fraction) {
        return Double.isNaN(fraction) ? 0 : Math.max(0, Math.min(1, fraction));
    }

    /** Runs the action when the job is cancelled, at once when it is already. */
    public void onCancel(Runnable action) {
        whenCancelled.add(action);
        if (cancelled.get()) {
            action.run();
        }
    }

    /** Returns whether the work should end early. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    Progress progress() {
        return progress;
    }

    void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            whenCancelled.forEach(Runnable::run);
        }
    }
}
