package org.copse.server.job;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.copse.server.job.JobRepository.Ending;
import org.copse.server.job.JobRepository.Standing;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs claimed jobs on this server, writes their progress, and ends them: with a result, a cancel, a failure or a stop. */
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    static final Ending INTERRUPTED = new Ending(
            "The server stopped while it worked on this job. Nothing of it was kept. Start it again.",
            problem(new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "The server stopped while it worked on this job. Nothing of it was kept. Start it again.",
                    Map.of("code", "job-interrupted"))));

    private final String server = UUID.randomUUID().toString();
    private final Map<UUID, JobControl> running = new ConcurrentHashMap<>();
    private final JobRepository jobs;
    private final Map<JobKind, JobWork> work = new EnumMap<>(JobKind.class);
    private final TransactionTemplate transactions;
    private final ScheduledExecutorService clock;
    private final JobSettings settings;
    private volatile boolean stopping;

    JobRunner(
            JobRepository jobs,
            List<JobWork> work,
            TransactionTemplate transactions,
            ScheduledExecutorService clock,
            JobSettings settings) {
        this.jobs = jobs;
        work.forEach(one -> this.work.put(one.kind(), one));
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Runs the job unless it was begun before or cancelled; never throws for what goes wrong in the job itself. */
    void run(UUID id) {
        jobs.claim(id, server).ifPresent(claimed -> {
            JobControl control = new JobControl();
            running.put(id, control);
            long beat = settings.heartbeat().toMillis();
            ScheduledFuture<?> beating =
                    clock.scheduleAtFixedRate(() -> beat(id, control), beat, beat, TimeUnit.MILLISECONDS);
            try {
                // Whoever kills the server from here on finds a job that was begun, and none that begins a second time.
                jobs.writeToDisk();
                JobWork doing = Objects.requireNonNull(work.get(claimed.kind()), "no work of kind " + claimed.kind());
                if (doing.storesWhileItRuns()) {
                    runInOneTransaction(doing, id, claimed.subject(), control);
                } else {
                    JobWork.End end = doing.run(id, claimed.subject(), control);
                    beating.cancel(false);
                    end(id, control, end);
                }
            } catch (ProblemException e) {
                fail(id, control, new Ending(e.toProblemDetail().getDetail(), problem(e)));
            } catch (RuntimeException | Error e) {
                LOG.error("Job {} failed", id, e);
                fail(id, control, unexpected(id));
                if (e instanceof Error error) {
                    throw error;
                }
            } finally {
                beating.cancel(false);
                running.remove(id);
            }
        });
    }

    private void beat(UUID id, JobControl control) {
        try {
            if (jobs.beat(id, server, control.progress()) != Standing.OURS) {
                control.cancel();
            }
        } catch (RuntimeException e) {
            LOG.warn("The progress of job {} could not be written; it goes on", id, e);
        }
    }

    private void end(UUID id, JobControl control, JobWork.End end) {
        if (stopping) {
            fail(id, control, INTERRUPTED);
            return;
        }
        transactions.executeWithoutResult(status -> store(id, control, end));
        jobs.writeToDisk();
    }

    /** Ends the job and stores its result; false when the job is no longer this server's, and nothing was stored. */
    private boolean store(UUID id, JobControl control, JobWork.End end) {
        JobState state = end.cancelled() ? JobState.CANCELLED : JobState.SUCCEEDED;
        JobControl.Progress last = control.progress();
        JobControl.Progress done = new JobControl.Progress(
                end.cancelled() ? "cancelled" : "done",
                end.cancelled() ? last.fraction() : 1,
                last.bestScore(),
                last.count());
        boolean ours = jobs.end(id, server, state, done, new Ending(end.message(), null));
        if (ours) {
            end.store().run();
        } else {
            LOG.warn("Job {} was taken for dead and ended; its result is dropped", id);
        }
        return ours;
    }

    /** Does work that stores as it goes. The job's row is touched last, so that its progress can be written until then. */
    private void runInOneTransaction(JobWork doing, UUID id, UUID subject, JobControl control) {
        JobWork.End end = Objects.requireNonNull(transactions.execute(status -> {
            JobWork.End done = doing.run(id, subject, control);
            if (stopping || done.cancelled() || !store(id, control, done)) {
                status.setRollbackOnly();
            }
            return done;
        }));
        if (stopping || end.cancelled()) {
            end(id, control, end);
        } else {
            jobs.writeToDisk();
        }
    }

    private void fail(UUID id, JobControl control, Ending ending) {
        jobs.end(id, server, JobState.FAILED, control.progress(), ending);
    }

    private static Ending unexpected(UUID id) {
        String words = "An unexpected error ended this job. The server's log has the cause under the job's number.";
        return new Ending(
                words, problem(new ProblemException(ProblemType.INTERNAL, words, Map.of("incident", id.toString()))));
    }

    private static String problem(ProblemException e) {
        return JSON.writeValueAsString(e.toProblemDetail());
    }

    /** Fails the jobs of servers that fell silent. */
    void failSilent() {
        try {
            jobs.failSilent(settings.silence(), INTERRUPTED)
                    .forEach(id -> LOG.warn("Job {} was interrupted: its server fell silent", id));
        } catch (RuntimeException e) {
            LOG.warn("Silent jobs could not be looked for; the next look is soon", e);
        }
    }

    /** Ends the jobs of this server as interrupted, before its database connection goes. */
    void stop() {
        stopping = true;
        running.forEach((id, control) -> {
            control.cancel();
            fail(id, control, INTERRUPTED);
        });
    }
}
