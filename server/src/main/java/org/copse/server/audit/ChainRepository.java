package org.copse.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.server.database.Dialect;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the chain and of what is personal in it. */
final class ChainRepository {
    static final String COLUMNS =
            """
            seq, at, action, subject_type, subject_id, detail, account_commitment, address_commitment,
            reason_commitment, before_commitment, after_commitment, previous, hash
            """;

    private final JdbcClient jdbc;

    ChainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the chain. */
    record Head(long seq, String hash) {
        static final Head EMPTY = new Head(0, ChainEntry.BEFORE_THE_FIRST);
    }

    /** Waits until nobody else appends, until the end of the transaction. */
    void lock() {
        jdbc.sql("SELECT id FROM audit_lock WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    /** Has what was committed survive a kill. */
    void writeToDisk(Dialect dialect) {
        dialect.writeToDisk(jdbc);
    }

    /** Returns the last entry's place; that of the last checkpoint when there is none. */
    Head head() {
        return jdbc.sql("SELECT seq, hash FROM audit_entry ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .or(() -> findCheckpoint().map(cut -> new Head(cut.seq(), cut.hash())))
                .orElse(Head.EMPTY);
    }

    Optional<Checkpoint> findCheckpoint() {
        return jdbc.sql(
                        """
                        SELECT seq, hash, at, key_id, signature FROM audit_checkpoint
                        ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .query((row, number) -> new Checkpoint(
                        row.getLong("seq"),
                        row.getString("hash"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("key_id"),
                        row.getString("signature")))
                .optional();
    }

    void insert(ChainEntry entry, Map<PersonalField, Commitment> personal) {
        jdbc.sql("INSERT INTO audit_entry (" + COLUMNS
                        + ") VALUES (:seq, :at, :action, :type, :id, :detail, :account, :address, :reason, :before,"
                        + " :after, :previous, :hash)")
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("action", entry.action())
                .param("type", entry.subjectType())
                .param("id", entry.subjectId())
                .param("detail", entry.detail())
                .param("account", entry.commitments().get(PersonalField.ACCOUNT))
                .param("address", entry.commitments().get(PersonalField.ADDRESS))
                .param("reason", entry.commitments().get(PersonalField.REASON))
                .param("before", entry.commitments().get(PersonalField.BEFORE))
                .param("after", entry.commitments().get(PersonalField.AFTER))
                .param("previous", entry.previous())
                .param("hash", entry.hash())
                .update();
        personal.forEach((field, text) -> jdbc.sql(
                        "INSERT INTO audit_personal (seq, field, salt, content) VALUES (:seq, :field, :salt, :content)")
                .param("seq", entry.seq())
                .param("field", field.key())
                .param("salt", text.salt())
                .param("content", text.content())
                .update());
    }

    /** Returns at most {@code most} entries after {@code seq}, in their order. */
    List<ChainEntry> listAfter(long seq, int most) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM audit_entry WHERE seq > :seq ORDER BY seq FETCH FIRST :most ROWS ONLY")
                .param("seq", seq)
                .param("most", most)
                .query(ENTRY)
                .list();
    }

    List<ChainEntry> listOf(AuditAction action) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry WHERE action = :action ORDER BY seq")
                .param("action", action.key())
                .query(ENTRY)
                .list();
    }

    /** Returns what is personal in the entries {@code from} to {@code to}, both included, as far as it was not erased. */
    Map<Long, Map<PersonalField, Commitment>> mapPersonal(long from, long to) {
        Map<Long, Map<PersonalField, Commitment>> bySeq = new TreeMap<>();
        jdbc.sql("SELECT seq, field, salt, content FROM audit_personal WHERE seq BETWEEN :from AND :to")
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> {
                    PersonalField field =
                            PersonalField.findByKey(row.getString("field")).orElseThrow();
                    bySeq.computeIfAbsent(row.getLong("seq"), seq -> new EnumMap<>(PersonalField.class))
                            .put(field, new Commitment(row.getString("salt"), row.getString("content")));
                });
        return bySeq;
    }

    static final RowMapper<ChainEntry> ENTRY = (row, number) -> entry(row);

    private static ChainEntry entry(ResultSet row) throws SQLException {
        Map<PersonalField, String> commitments = new EnumMap<>(PersonalField.class);
        for (PersonalField field : PersonalField.values()) {
            String commitment = row.getString(field.key() + "_commitment");
            if (commitment != null) {
                commitments.put(field, commitment);
            }
        }
        return new ChainEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("detail"),
                commitments,
                row.getString("previous"),
                row.getString("hash"));
    }
}
