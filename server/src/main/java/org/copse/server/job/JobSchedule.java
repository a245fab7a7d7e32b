package org.copse.server.job;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Binds jobs to db-scheduler: each is a one-time task whose instance is the job's id. */
@Configuration(proxyBeanMethods = false)
class JobSchedule {
    private static final Duration RETRY = Duration.ofSeconds(5);

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("planning-job");

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService jobClock() {
        return Executors.newScheduledThreadPool(2, runnable -> {
            Thread thread = new Thread(runnable, "copse-job-clock");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    JobRunner jobRunner(
            JobRepository jobs,
            List<JobWork> work,
            TransactionTemplate transactions,
            @Qualifier("jobClock") ScheduledExecutorService clock,
            JobSettings settings) {
        return new JobRunner(jobs, work, transactions, clock, settings);
    }

    /**
     * A task that is found dead or that fails is handed out again, since its job may still be queued; a job that was begun stays as
     * it is, because only a queued one is claimed.
     */
    @Bean
    OneTimeTask<Void> planningJob(JobRunner runner) {
        return Tasks.oneTime(TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> runner.run(UUID.fromString(instance.getId())));
    }

    @Bean
    SmartLifecycle jobWatch(
            JobRunner runner, @Qualifier("jobClock") ScheduledExecutorService clock, JobSettings settings) {
        return new JobWatch(runner, clock, settings);
    }

    /** Looks for silent jobs while the server runs, and ends its own when it stops. */
    private static final class JobWatch implements SmartLifecycle {
        private final JobRunner runner;
        private final ScheduledExecutorService clock;
        private final JobSettings settings;
        private volatile @Nullable ScheduledFuture<?> looking;

        JobWatch(JobRunner runner, ScheduledExecutorService clock, JobSettings settings) {
            this.runner = runner;
            this.clock = clock;
            this.settings = settings;
        }

        @Override
        public void start() {
            long every = Math.max(1000, settings.silence().toMillis() / 3);
            looking = clock.scheduleWithFixedDelay(runner::failSilent, 0, every, TimeUnit.MILLISECONDS);
        }

        @Override
        public void stop() {
            ScheduledFuture<?> scheduled = looking;
            if (scheduled != null) {
                scheduled.cancel(false);
                looking = null;
            }
            runner.stop();
        }

        @Override
        public boolean isRunning() {
            return looking != null;
        }
    }
}
