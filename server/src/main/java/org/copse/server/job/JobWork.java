package org.copse.server.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a job does. The feature above provides it. */
public interface JobWork {

    /**
     * Does the work and returns its end, storing nothing yet.
     *
     * @throws org.copse.server.system.ProblemException when the input does not allow it; its words go to the planner
     */
    End run(UUID job, UUID scenario, JobControl control);

    /**
     * The end of a piece of work.
     *
     * @param cancelled whether it ended early on request
     * @param message a remark for the planner, or null
     * @param store puts the result into the database, in the transaction that ends the job: both happen, or neither
     */
    record End(boolean cancelled, @Nullable String message, Runnable store) {}
}
