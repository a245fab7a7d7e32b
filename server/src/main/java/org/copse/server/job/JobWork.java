package org.copse.server.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a job does. The feature above provides it. */
public interface JobWork {

    /**
     * Does the work and returns its end, storing nothing yet.
     *
     * @param subject the scenario to plan, or the upload to import
     * @throws org.copse.server.system.ProblemException when the input does not allow it; its words go to the planner
     */
    End run(UUID job, UUID subject, JobControl control);

    /** Returns what kind of job this does. */
    default JobKind kind() {
        return JobKind.PLANNING;
    }

    /**
     * Returns whether {@link #run} stores as it goes: it then runs in the transaction that ends the job, and whatever it stored is
     * taken back unless it comes to its end, uncancelled.
     */
    default boolean storesWhileItRuns() {
        return false;
    }

    /**
     * The end of a piece of work.
     *
     * @param cancelled whether it ended early on request
     * @param message a remark for the planner, or null
     * @param store puts the result into the database, in the transaction that ends the job: both happen, or neither
     */
    record End(boolean cancelled, @Nullable String message, Runnable store) {}
}
