package org.copse.server.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts, finds and cancels jobs. */
@Service
public class Jobs {
    private final JobRepository jobs;
    private final SchedulerClient scheduler;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Jobs(JobRepository jobs, @Lazy SchedulerClient scheduler, TransactionTemplate transactions, AuditLog audit) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Queues a job; any server may take it.
     *
     * @param subject the scenario to plan, or the upload to import
     * @param by the account that asks
     * @throws ProblemException when there is no such scenario or upload, or a job of it is not over yet
     */
    public Job start(JobKind kind, UUID subject, String by) {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            if (!jobs.lock(kind, subject)) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no " + kind.column() + " " + subject + ".");
            }
            if (jobs.existsUnfinished(kind, subject)) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "A job of this " + kind.column() + " is not over yet: wait for it or cancel it.");
            }
            jobs.queue(id, kind, subject, by);
            audit.record(AuditEvent.of(AuditAction.JOB_STARTED)
                    .on("job", id.toString())
                    .detail(kind.column() + " " + subject)
                    .by(by));
            scheduler.scheduleIfNotExists(
                    JobSchedule.TASK.instance(id.toString()).build(), Instant.now());
        });
        return get(id);
    }

    /** Returns a job. */
    public Job get(UUID id) {
        return jobs.find(id).orElseThrow(() -> noSuchJob(id));
    }

    static ProblemException noSuchJob(UUID id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no job " + id + ".");
    }

    /** Returns the scenario's latest job. */
    public Optional<Job> findLatest(UUID scenario) {
        return jobs.findLatest(scenario);
    }

    /** Asks the job to end early; does nothing when it is over. */
    public Job cancel(UUID id) {
        get(id);
        transactions.executeWithoutResult(status -> {
            jobs.requestCancel(id);
            audit.record(AuditEvent.of(AuditAction.JOB_CANCELLED).on("job", id.toString()));
        });
        return get(id);
    }
}
