package org.copse.server.redraw;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.TestDatabase;
import org.copse.server.audit.AuditLog;

/** A server without its HTTP: it has a memory of its own and nothing in common with another but the database. */
final class DraftServer {
    final WorkingPlans plans;
    final DraftRepository repository;
    final Drafts drafts;
    final Saving saving;

    private Runnable quicker = () -> {};

    DraftServer(TestDatabase database, Ground ground) {
        Grounds grounds = new Grounds(id -> true, id -> ground);
        plans = new WorkingPlans(
                new RevisionRepository(database.jdbc(), database.dataSource()) {
                    @Override
                    Optional<WorkingPlan> findPlan(UUID scenario, int revision) {
                        Runnable first = quicker;
                        quicker = () -> {};
                        first.run();
                        return super.findPlan(scenario, revision);
                    }
                },
                grounds,
                database.transactions(),
                AuditLog.of(database.dataSource(), Clock.systemUTC()));
        repository = new DraftRepository(database.jdbc(), database.dataSource());
        drafts = new Drafts(repository, plans, grounds, database.transactions());
        saving = new Saving(drafts, plans);
    }

    /** Has somebody else do something just before this server reads a saved plan for the next time. */
    void overtakenBy(Runnable other) {
        quicker = other;
    }

    /** Stores the row of a scenario, which plans and drafts belong to. */
    static void insertScenario(TestDatabase database, UUID scenario) {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO scenario (id, name, settings, created_by, created_at)
                        VALUES (:id, 'Town', '{}', 'anna', CURRENT_TIMESTAMP)
                        """)
                .param("id", scenario)
                .update();
    }
}
