package org.copse.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class JobRunnerIT {
    private static final JobSettings QUICK = new JobSettings(Duration.ofMillis(20), Duration.ofSeconds(1));

    private final TestDatabase database;
    private final JobRepository jobs;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final UUID scenario = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();

    JobRunnerIT(TestDatabase database) {
        this.database = database;
        this.jobs = new JobRepository(database.jdbc(), database.dataSource());
        database.jdbc()
                .sql(
                        """
                INSERT INTO scenario (id, name, settings, created_by, created_at)
                VALUES (:id, 'North', '{}', 'planner', CURRENT_TIMESTAMP)
                """)
                .param("id", scenario)
                .update();
        jobs.queue(job, JobKind.PLANNING, scenario, "planner");
    }

    @AfterEach
    void stopClock() {
        clock.shutdownNow();
    }

    @Test
    void storesTheResultWithTheEndOfTheJob() {
        List<String> stored = new ArrayList<>();

        runner((id, of, control) -> {
                    control.report("searching", 0.5, OptionalDouble.of(0.25));
                    return new JobWork.End(false, "one unit is too large", () -> stored.add("result"));
                })
                .run(job);

        Job done = jobs.find(job).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.bestScore()).isEqualTo(0.25);
        assertThat(done.message()).isEqualTo("one unit is too large");
        assertThat(stored).containsExactly("result");
    }

    @Test
    void takesTheEndBackWhenTheResultCannotBeStored() {
        runner((id, of, control) -> new JobWork.End(false, null, () -> {
                    throw new IllegalStateException("disc full");
                }))
                .run(job);

        Job done = jobs.find(job).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.FAILED);
        assertThat(done.problem()).contains("/problems/internal").doesNotContain("disc full");
    }

    @Test
    void runsAJobOnceHoweverOftenItIsHandedOut() {
        List<UUID> runs = new ArrayList<>();
        JobRunner runner = runner((id, of, control) -> {
            runs.add(id);
            return new JobWork.End(false, null, () -> {});
        });

        runner.run(job);
        runner.run(job);

        assertThat(runs).containsExactly(job);
    }

    @Test
    void isHandedOutAgainWhenItsServerDiedOrFailedBeforeItBegan() {
        OneTimeTask<Void> task =
                new JobSchedule().planningJob(runner((id, of, control) -> new JobWork.End(false, null, () -> {})));

        assertThat(task.getDeadExecutionHandler()).isInstanceOf(DeadExecutionHandler.ReviveDeadExecution.class);
        assertThat(task.getFailureHandler()).isInstanceOf(FailureHandler.OnFailureRetryLater.class);
    }

    @Test
    void writesProgressWhileItRuns() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        Thread running = start(runner((id, of, control) -> {
            control.report("drawing beats", 0.4, OptionalDouble.of(0.8));
            await(seen);
            return new JobWork.End(false, null, () -> {});
        }));

        Job now = waitFor("the job's phase", found -> found.phase().equals("drawing beats"));
        seen.countDown();
        running.join();

        assertThat(now.state()).isEqualTo(JobState.RUNNING);
        assertThat(now.progress()).isEqualTo(0.4);
        assertThat(now.bestScore()).isEqualTo(0.8);
    }

    @Test
    void keepsTheBestSoFarOfACancelledJob() throws Exception {
        List<String> stored = new ArrayList<>();
        CountDownLatch cancelled = new CountDownLatch(1);
        Thread running = start(runner((id, of, control) -> {
            control.onCancel(cancelled::countDown);
            await(cancelled);
            return new JobWork.End(control.isCancelled(), null, () -> stored.add("best so far"));
        }));
        waitFor("a job that runs", found -> found.state() == JobState.RUNNING);

        jobs.requestCancel(job);
        running.join();

        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        assertThat(stored).containsExactly("best so far");
    }

    @Test
    void neverBeginsAJobThatWasCancelledWhileItWaited() {
        jobs.requestCancel(job);

        runner((id, of, control) -> {
                    throw new IllegalStateException("must not run");
                })
                .run(job);

        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void tellsThePlannerWhatTheInputLacks() {
        runner((id, of, control) -> {
                    throw new ProblemException(ProblemType.VALIDATION, "The units have no residents.");
                })
                .run(job);

        Job done = jobs.find(job).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.FAILED);
        assertThat(done.message()).isEqualTo("The units have no residents.");
        assertThat(done.problem()).contains("\"/problems/validation\"").contains("\"status\":400");
    }

    @Test
    void failsAJobWhoseServerFellSilentAndDropsItsLateResult() throws Exception {
        List<String> stored = new ArrayList<>();
        CountDownLatch taken = new CountDownLatch(1);
        JobSettings never = new JobSettings(Duration.ofHours(1), Duration.ofHours(5));
        JobRunner silent = new JobRunner(
                jobs,
                List.of((id, of, control) -> {
                    await(taken);
                    return new JobWork.End(false, null, () -> stored.add("late"));
                }),
                database.transactions(),
                clock,
                never);
        Thread running = start(silent);
        waitFor("a job that runs", found -> found.state() == JobState.RUNNING);

        JobRunner other = runner((id, of, control) -> new JobWork.End(false, null, () -> {}));
        Awaited.until("the end of the silent server's job", () -> {
            other.failSilent();
            return jobs.find(job).orElseThrow().state() == JobState.FAILED;
        });
        taken.countDown();
        running.join();

        Job done = jobs.find(job).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.FAILED);
        assertThat(done.message()).contains("Start it again");
        assertThat(done.problem()).contains("job-interrupted");
        assertThat(stored).isEmpty();
    }

    @Test
    void endsItsJobsAsInterruptedWhenTheServerStops() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        JobRunner runner = runner((id, of, control) -> {
            control.onCancel(cancelled::countDown);
            await(cancelled);
            return new JobWork.End(true, null, () -> {});
        });
        Thread running = start(runner);
        waitFor("a job that runs", found -> found.state() == JobState.RUNNING);

        runner.stop();
        running.join();

        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(jobs.existsUnfinished(JobKind.PLANNING, scenario)).isFalse();
    }

    @Test
    void takesBackWhatAnImportStoredWhenItIsCancelledOrFails() {
        UUID upload = UUID.randomUUID();
        UUID cancelled = UUID.randomUUID();
        UUID failed = UUID.randomUUID();
        jobs.queue(cancelled, JobKind.IMPORT, upload, "planner");
        jobs.queue(failed, JobKind.IMPORT, upload, "planner");

        JobRunner runner = runner(new Storing(id -> id.equals(failed)));
        runner.run(cancelled);
        runner.run(failed);

        assertThat(jobs.find(cancelled).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.find(failed).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(stored(cancelled)).isZero();
        assertThat(stored(failed)).isZero();
    }

    @Test
    void countsWhatAnImportHasRead() {
        UUID id = UUID.randomUUID();
        jobs.queue(id, JobKind.IMPORT, UUID.randomUUID(), "planner");

        runner(new Storing(other -> false) {
                    @Override
                    public End run(UUID job, UUID subject, JobControl control) {
                        control.report("reading", 0.5, 4_096);
                        return new End(false, null, () -> {});
                    }
                })
                .run(id);

        Job done = jobs.find(id).orElseThrow();
        assertThat(done.kind()).isEqualTo(JobKind.IMPORT);
        assertThat(done.count()).isEqualTo(4_096);
        assertThat(done.scenario()).isNull();
    }

    private int stored(UUID id) {
        return database.jdbc()
                .sql("SELECT count(*) FROM scenario WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Work that stores a row as it goes, then breaks, or says that it was cancelled. */
    private class Storing implements JobWork {
        private final java.util.function.Predicate<UUID> breaks;

        Storing(java.util.function.Predicate<UUID> breaks) {
            this.breaks = breaks;
        }

        @Override
        public JobKind kind() {
            return JobKind.IMPORT;
        }

        @Override
        public boolean storesWhileItRuns() {
            return true;
        }

        @Override
        public End run(UUID id, UUID subject, JobControl control) {
            database.jdbc()
                    .sql(
                            """
                            INSERT INTO scenario (id, name, settings, created_by, created_at)
                            VALUES (:id, 'Half', '{}', 'planner', CURRENT_TIMESTAMP)
                            """)
                    .param("id", id)
                    .update();
            if (breaks.test(id)) {
                throw new IllegalStateException("the disc is full");
            }
            return new End(true, null, () -> {});
        }
    }

    private JobRunner runner(JobWork work) {
        return new JobRunner(jobs, List.of(work), database.transactions(), clock, QUICK);
    }

    private Thread start(JobRunner runner) {
        Thread thread = new Thread(() -> runner.run(job));
        thread.start();
        return thread;
    }

    private Job waitFor(String missing, Predicate<Job> wanted) throws Exception {
        return Awaited.until(missing, () -> jobs.find(job).orElseThrow(), wanted);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.MINUTES)) {
                throw new AssertionError("waited 5 minutes");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
