package org.copse.server.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may be taken out of the log, and how: personal texts on request, and entries whose retention is over. Both leave an entry of their
 * own and a chain that verifies. It needs the owner of the database's schema; the server's own user can do neither.
 */
public final class AuditMaintenance {
    private final JdbcClient jdbc;
    private final ChainRepository chain;
    private final TransactionTemplate transactions;
    private final AuditLog log;
    private final Clock clock;

    /** On a database, as the user that the source connects as. */
    public AuditMaintenance(DataSource owner, Clock clock) {
        this.jdbc = JdbcClient.create(owner);
        this.chain = new ChainRepository(jdbc);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(owner);
        this.transactions = new TransactionTemplate(manager);
        this.log = new AuditLog(owner, manager, clock, event -> {});
        this.clock = clock;
    }

    /**
     * Whose texts to erase.
     *
     * @param account erases this account's name and addresses wherever it acted; null for nobody's
     * @param mentions also erases every reason, before and after that contains the account's name
     * @param entries erases all personal texts of these entries
     */
    public record Erasure(@Nullable String account, boolean mentions, Collection<Long> entries) {
        public Erasure {
            entries = Set.copyOf(entries);
            if (account == null && entries.isEmpty()) {
                throw new IllegalArgumentException("An erasure names an account or entries");
            }
            if (account != null && account.isBlank()) {
                throw new IllegalArgumentException("An account's name is not blank");
            }
        }
    }

    /**
     * Erases personal texts, and records that: which fields of which entries, by whom and why, but not what they were.
     *
     * @param by who does it
     * @param reason why: stored, so it should name nobody either
     * @return how many texts were erased
     */
    public int erase(Erasure erasure, String by, String reason) {
        Integer count = transactions.execute(status -> {
            chain.lock();
            Map<Long, Set<PersonalField>> found = find(erasure);
            found.forEach((seq, fields) ->
                    fields.forEach(field -> jdbc.sql("DELETE FROM audit_personal WHERE seq = :seq AND field = :field")
                            .param("seq", seq)
                            .param("field", field.key())
                            .update()));
            recordErasures(found, by, reason);
            return found.values().stream().mapToInt(Set::size).sum();
        });
        return count == null ? 0 : count;
    }

    /** An entry's detail has a bound: many erasures are several entries. */
    private void recordErasures(Map<Long, Set<PersonalField>> found, String by, String reason) {
        Map<Long, Set<PersonalField>> some = new TreeMap<>();
        for (Map.Entry<Long, Set<PersonalField>> one : found.entrySet()) {
            some.put(one.getKey(), one.getValue());
            if (some.size() == ERASURES_OF_ONE_ENTRY) {
                recordErasure(some, by, reason);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            recordErasure(some, by, reason);
        }
    }

    private static final int ERASURES_OF_ONE_ENTRY = 300;

    private void recordErasure(Map<Long, Set<PersonalField>> some, String by, String reason) {
        log.record(
                AuditEvent.of(AuditAction.AUDIT_ERASED).by(by).because(reason).detail(new Erased(some).detail()));
    }

    private Map<Long, Set<PersonalField>> find(Erasure erasure) {
        Map<Long, Set<PersonalField>> found = new TreeMap<>();
        String account = erasure.account();
        if (account != null) {
            collect(
                    found,
                    """
                    SELECT seq, field FROM audit_personal WHERE field IN ('account', 'address')
                    AND seq IN (SELECT seq FROM audit_personal WHERE field = 'account' AND content = :account)
                    """,
                    account);
            if (erasure.mentions()) {
                collect(
                        found,
                        """
                        SELECT seq, field FROM audit_personal WHERE field IN ('reason', 'before', 'after')
                        AND POSITION(LOWER(:account) IN LOWER(content)) > 0
                        """,
                        account);
            }
        }
        for (Long seq : erasure.entries()) {
            jdbc.sql("SELECT seq, field FROM audit_personal WHERE seq = :seq")
                    .param("seq", seq)
                    .query(row -> {
                        add(found, row.getLong(1), row.getString(2));
                    });
        }
        return found;
    }

    private void collect(Map<Long, Set<PersonalField>> found, String sql, String account) {
        jdbc.sql(sql).param("account", account).query(row -> {
            add(found, row.getLong(1), row.getString(2));
        });
    }

    private static void add(Map<Long, Set<PersonalField>> found, long seq, String field) {
        found.computeIfAbsent(seq, s -> EnumSet.noneOf(PersonalField.class))
                .add(PersonalField.findByKey(field).orElseThrow());
    }

    /**
     * Cuts the entries at the front that are older than the retention; never the last one. A signed checkpoint says up to where, so that
     * the rest still verifies.
     *
     * @return how many entries were cut
     */
    public long cut(Duration retention, SigningKey key) {
        Long count = transactions.execute(status -> {
            chain.lock();
            return cutLocked(clock.instant().minus(retention), key);
        });
        return count == null ? 0 : count;
    }

    private long cutLocked(Instant before, SigningKey key) {
        Optional<Long> firstKept = jdbc.sql("SELECT MIN(seq) FROM audit_entry WHERE at >= :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        long last = firstKept.map(seq -> seq - 1).orElseGet(() -> chain.head().seq() - 1);
        Optional<ChainRepository.Head> end = jdbc.sql("SELECT seq, hash FROM audit_entry WHERE seq = :seq")
                .param("seq", last)
                .query((row, number) -> new ChainRepository.Head(row.getLong(1), row.getString(2)))
                .optional();
        if (end.isEmpty()) {
            return 0;
        }
        insertCheckpoint(end.get(), key);
        int cut = jdbc.sql("DELETE FROM audit_entry WHERE seq <= :seq")
                .param("seq", last)
                .update();
        log.record(AuditEvent.of(AuditAction.AUDIT_CUT).detail("entries " + cut + ", up to " + last));
        announce(key);
        return cut;
    }

    private void insertCheckpoint(ChainRepository.Head end, SigningKey key) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql(
                        """
                        INSERT INTO audit_checkpoint (seq, hash, at, key_id, signature)
                        VALUES (:seq, :hash, :at, :key, :signature)
                        """)
                .param("seq", end.seq())
                .param("hash", end.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", key.publicKey().id())
                .param("signature", key.sign(Checkpoint.signed(end.seq(), end.hash(), at)))
                .update();
    }

    /** The entry that named the key may have been cut. */
    private void announce(SigningKey key) {
        announce(key, chain, log);
    }

    /** Records that this key signs, unless the log says so already. */
    static void announce(SigningKey key, ChainRepository chain, AuditLog log) {
        String id = key.publicKey().id();
        if (chain.listOf(AuditAction.AUDIT_KEY).stream().noneMatch(entry -> id.equals(entry.subjectId()))) {
            log.record(AuditEvent.of(AuditAction.AUDIT_KEY)
                    .on("key", id)
                    .detail(key.publicKey().base64()));
        }
    }
}
