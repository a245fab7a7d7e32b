package org.copse.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the embedded database's file holds at the moment when a job is said to be done: what a kill would leave. */
class KilledAfterItsEndIT {
    @TempDir
    Path folder;

    @Test
    void aJobThatIsDoneIsDoneAfterAKill() throws Exception {
        UUID job = UUID.randomUUID();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        // A writer in the background that never gets its turn, as on a machine that is busy.
        try (SingleConnectionDataSource source = open("copse", ";WRITE_DELAY=600000")) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            UUID scenario = UUID.randomUUID();
            jdbc.sql("INSERT INTO scenario (id, name, settings, created_by, created_at)"
                            + " VALUES (:id, 'North', '{}', 'test', CURRENT_TIMESTAMP)")
                    .param("id", scenario)
                    .update();
            JobRepository jobs = new JobRepository(jdbc, source);
            jobs.queue(job, JobKind.PLANNING, scenario, "test");
            JobWork nothing = (id, of, control) -> new JobWork.End(false, null, () -> {});

            new JobRunner(
                            jobs,
                            List.of(nothing),
                            new TransactionTemplate(new DataSourceTransactionManager(source)),
                            clock,
                            new JobSettings(Duration.ofHours(1), Duration.ofHours(5)))
                    .run(job);
            Files.copy(folder.resolve("copse.mv.db"), folder.resolve("killed.mv.db"));
        } finally {
            clock.shutdownNow();
        }

        try (SingleConnectionDataSource killed = open("killed", "")) {
            assertThat(new JobRepository(JdbcClient.create(killed), killed).find(job))
                    .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(JobState.SUCCEEDED));
        }
    }

    private SingleConnectionDataSource open(String name, String settings) {
        return new SingleConnectionDataSource("jdbc:h2:file:" + folder.resolve(name) + settings, "sa", "", true);
    }
}
