package org.copse.server.redraw;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.copse.server.database.Dialect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code plan_draft} and {@code plan_draft_edit}. */
@Repository
class DraftRepository {
    private static final String OF_DRAFT = " WHERE scenario = :scenario AND account = :account ";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    DraftRepository(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.dialect = Dialect.of(source);
    }

    /** Whose draft of which scenario. */
    record DraftKey(UUID scenario, String account) {}

    /**
     * A draft's row.
     *
     * @param version grows with each change
     * @param start the revision before the first edit
     * @param base the revision that pending figures count against
     * @param edits how many are made
     * @param forgotten how many of the first of them can no longer be taken back
     */
    record Row(long version, int start, int base, int edits, int forgotten) {}

    /** One edit, made or taken back. */
    record Edit(int number, EditName name, Instant at) {}

    Optional<Row> find(DraftKey key) {
        return row(key, "");
    }

    /** Locks the draft for the transaction. */
    Optional<Row> lock(DraftKey key) {
        return row(key, "FOR UPDATE");
    }

    private Optional<Row> row(DraftKey key, String locking) {
        return jdbc.sql("SELECT version, start_revision, base_revision, edits, forgotten FROM plan_draft" + OF_DRAFT
                        + locking)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .query((rs, number) -> new Row(rs.getLong(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5)))
                .optional();
    }

    void insert(DraftKey key, int revision) {
        jdbc.sql(
                        """
                        INSERT INTO plan_draft (scenario, account, version, start_revision, base_revision, edits, changed_at)
                        VALUES (:scenario, :account, 0, :revision, :revision, 0, CURRENT_TIMESTAMP)
                        """)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("revision", revision)
                .update();
    }

    void update(DraftKey key, Row row) {
        jdbc.sql("UPDATE plan_draft SET version = :version, base_revision = :base, edits = :edits,"
                        + " changed_at = CURRENT_TIMESTAMP" + OF_DRAFT)
                .param("version", row.version)
                .param("base", row.base)
                .param("edits", row.edits)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .update();
    }

    /** Forgets all edits. The version goes on, so that no server takes what it remembers for the present. */
    void restart(DraftKey key, int revision) {
        jdbc.sql("DELETE FROM plan_draft_edit" + OF_DRAFT)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .update();
        jdbc.sql("UPDATE plan_draft SET version = version + 1, start_revision = :revision, base_revision = :revision,"
                        + " edits = 0, forgotten = 0, start_content = NULL, changed_at = CURRENT_TIMESTAMP" + OF_DRAFT)
                .param("revision", revision)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .update();
    }

    /** Appends an edit after so many; those that were taken back before it can no longer be made again. */
    void append(DraftKey key, int made, EditName name, PlanChange change) {
        jdbc.sql("DELETE FROM plan_draft_edit" + OF_DRAFT + "AND number > :made")
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("made", made)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO plan_draft_edit (scenario, account, number, name, change, made_at)
                        VALUES (:scenario, :account, :number, :name, :change, CURRENT_TIMESTAMP)
                        """)
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("number", made + 1)
                .param("name", name.toJson())
                .param("change", change.toJson())
                .update();
    }

    Optional<PlanChange> findChange(DraftKey key, int number) {
        return listChanges(key, number, number).stream().findFirst();
    }

    /** Returns the plan after the edits that are forgotten; empty while none is. */
    Optional<WorkingPlan> findStart(DraftKey key) {
        return jdbc.sql("SELECT start_content FROM plan_draft" + OF_DRAFT + "AND start_content IS NOT NULL")
                .param("scenario", key.scenario)
                .param("account", key.account)
                .query((rs, row) -> WorkingPlan.ofJson(rs.getString(1)))
                .optional();
    }

    /** Forgets the edits up to a number; the draft then starts at the plan after them. */
    void forget(DraftKey key, int last, WorkingPlan start) {
        jdbc.sql("DELETE FROM plan_draft_edit" + OF_DRAFT + "AND number <= :last")
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("last", last)
                .update();
        jdbc.sql("UPDATE plan_draft SET forgotten = :last, start_content = :start" + OF_DRAFT)
                .param("last", last)
                .param("start", start.toJson())
                .param("scenario", key.scenario)
                .param("account", key.account)
                .update();
    }

    /** Deletes the drafts that nobody changed for so long, and returns how many. */
    int deleteUnchangedFor(Duration time) {
        return jdbc.sql("DELETE FROM plan_draft WHERE changed_at < CURRENT_TIMESTAMP - INTERVAL '" + time.toDays()
                        + "' DAY")
                .update();
    }

    /** Returns what the edits of these numbers changed, in order. */
    List<PlanChange> listChanges(DraftKey key, int first, int last) {
        return jdbc.sql("SELECT change FROM plan_draft_edit" + OF_DRAFT
                        + "AND number >= :first AND number <= :last ORDER BY number")
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("first", first)
                .param("last", last)
                .query((rs, row) -> PlanChange.ofJson(rs.getString(1)))
                .list();
    }

    /** Returns the names of the edits with numbers below one, the latest first. */
    List<Edit> listEdits(DraftKey key, int below, int most) {
        return jdbc.sql("SELECT number, name, made_at FROM plan_draft_edit" + OF_DRAFT
                        + "AND number < :below AND number >= :first ORDER BY number DESC")
                .param("scenario", key.scenario)
                .param("account", key.account)
                .param("below", below)
                .param("first", below - most)
                .query((rs, row) -> new Edit(
                        rs.getInt(1),
                        EditName.ofJson(rs.getString(2)),
                        rs.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Has what was committed survive a kill. */
    void writeToDisk() {
        dialect.writeToDisk(jdbc);
    }
}
