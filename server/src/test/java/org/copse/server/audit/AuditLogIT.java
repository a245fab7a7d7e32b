package org.copse.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@OnBothDatabases
class AuditLogIT {
    private final TestDatabase database;
    private final AuditLog log;

    AuditLogIT(TestDatabase database) {
        this.database = database;
        this.log = AuditLog.of(database.dataSource(), Clock.systemUTC());
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM audit_entry").update();
        database.jdbc().sql("DELETE FROM audit_checkpoint").update();
        database.jdbc().sql("DROP TABLE IF EXISTS audit_test_row").update();
        database.jdbc()
                .sql("CREATE TABLE audit_test_row (id integer PRIMARY KEY)")
                .update();
        database.jdbc().sql("INSERT INTO audit_test_row VALUES (1)").update();
    }

    private static AuditEvent.Draft imported(String id) {
        return AuditEvent.of(AuditAction.LAYER_IMPORTED).on("layer", id).by("Anna");
    }

    private List<String> subjects() {
        return database.jdbc()
                .sql("SELECT subject_id FROM audit_entry ORDER BY seq")
                .query(String.class)
                .list();
    }

    private AuditReport verify() {
        return AuditVerification.verify(database.dataSource(), List.of(), List.of());
    }

    @Test
    void recordsWhatIsCommittedAndNothingElse() {
        database.transactions().executeWithoutResult(status -> {
            log.record(imported("kept"));
            assertThat(subjects()).isEmpty();
        });
        database.transactions().executeWithoutResult(status -> {
            log.record(imported("dropped"));
            status.setRollbackOnly();
        });
        log.record(imported("alone"));

        assertThat(subjects()).containsExactly("kept", "alone");
        assertThat(verify().intact()).isTrue();
        assertThat(verify().entries()).isEqualTo(2);
    }

    @Test
    void undoesTheWorkWhenItCannotBeRecorded() {
        assertThatThrownBy(() -> database.transactions().executeWithoutResult(status -> {
                    insertAccount("00000000-0000-4000-8000-000000000001");
                    log.record(imported("first"));
                    // Somebody has meddled: the next number is taken.
                    database.jdbc()
                            .sql("ALTER TABLE audit_entry RENAME TO audit_gone")
                            .update();
                }))
                .isInstanceOf(RuntimeException.class);
        if (database.product() == TestDatabase.Product.H2GIS) {
            // A change of the schema ends H2's transaction.
            database.jdbc().sql("ALTER TABLE audit_gone RENAME TO audit_entry").update();
            database.jdbc().sql("DELETE FROM account").update();
        }
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM account")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void insertAccount(String id) {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO account (id, name, name_key, password_hash, enabled, created_at)
                        VALUES (CAST(:id AS uuid), 'A', 'a', '-', TRUE, CURRENT_TIMESTAMP)
                        """)
                .param("id", id)
                .update();
    }

    @Test
    void recordsWhatAListenerOfTheCommitSays() {
        database.transactions().executeWithoutResult(status -> {
            log.record(imported("work"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    log.record(imported("afterwards"));
                }
            });
        });
        assertThat(subjects()).containsExactly("work", "afterwards");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void takesAReasonWhereOneIsAskedFor() {
        assertThatThrownBy(() ->
                        log.record(AuditEvent.of(AuditAction.PLAN_PUBLISHED).because("  ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan.published");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void keepsOneOrderUnderParallelTransactionsThatLockInAnyOrder() throws Exception {
        int threads = 5;
        int transactionsOfEach = 20;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                boolean recordFirst = t % 2 == 0;
                int thread = t;
                work.add(() -> {
                    for (int i = 0; i < transactionsOfEach; i++) {
                        recordAndLock(thread + "-" + i, recordFirst);
                    }
                    return null;
                });
            }
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }
        AuditReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(2L * threads * transactionsOfEach);
        assertThat(report.last()).isEqualTo(report.entries());
    }

    /** Another row is locked before or after the recording, as features do. */
    private void recordAndLock(String id, boolean recordFirst) {
        database.transactions().executeWithoutResult(status -> {
            if (recordFirst) {
                log.record(imported(id));
            }
            database.jdbc()
                    .sql("SELECT id FROM audit_test_row WHERE id = 1 FOR UPDATE")
                    .query(Integer.class)
                    .single();
            log.record(imported(id + "'"));
            if (!recordFirst) {
                log.record(imported(id));
            }
        });
    }

    @Test
    void letsNoTextLookLikeTwoEntries() {
        log.record(AuditEvent.of(AuditAction.EXPORTED)
                .on("file", "a.csv\r\n2 plan.published")
                .because("line one\r\nline two\u0000\u001b[31m")
                .by("Eve\nAnna"));

        AuditEntry entry = read().get(0);
        assertThat(entry.subjectId()).doesNotContain("\n").doesNotContain("\r");
        assertThat(entry.account()).isEqualTo("Eve\uFFFDAnna");
        assertThat(entry.reason()).isEqualTo("line one\nline two\uFFFD\uFFFD[31m");
        assertThat(verify().intact()).isTrue();
    }

    private List<AuditEntry> read() {
        return AuditReader.of(database.dataSource()).list(AuditFilter.ALL, Long.MAX_VALUE, 10);
    }

    @Test
    void keepsTextsAsTheyWere() {
        String odd = "Ωμέγα 🚓 \"quoted\" 'single' \uD800 end";
        log.record(imported("x").before("{\"a\":1}").after(odd).because("because"));

        AuditEntry entry = read().get(0);
        assertThat(entry.before()).isEqualTo("{\"a\":1}");
        assertThat(entry.after()).startsWith("Ωμέγα 🚓").endsWith("end");
        assertThat(entry.erased()).isEmpty();
        assertThat(verify().texts()).isEqualTo(4);
        assertThat(verify().intact()).isTrue();
    }
}
