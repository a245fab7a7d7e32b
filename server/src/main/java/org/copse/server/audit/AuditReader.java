package org.copse.server.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log, the latest entry first. */
@Component
public class AuditReader {
    private static final int ENTRIES_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final ChainRepository chain;
    private final Supplier<Optional<PublicKeyOfLog>> key;

    @Autowired
    AuditReader(JdbcClient jdbc, AuditKeeping keeping) {
        this(jdbc, keeping::findPublicKey);
    }

    private AuditReader(JdbcClient jdbc, Supplier<Optional<PublicKeyOfLog>> key) {
        this.jdbc = jdbc;
        this.chain = new ChainRepository(jdbc);
        this.key = key;
    }

    /** Returns a reader of a database's log that knows no key. */
    public static AuditReader of(DataSource source) {
        return new AuditReader(JdbcClient.create(source), Optional::empty);
    }

    /**
     * Where the chain is now.
     *
     * @param seq of the last entry
     * @param keyId fingerprint of the key that signs heads; null when this server signs none
     * @param publicKey that key in base 64
     */
    public record State(long seq, String hash, @Nullable String keyId, @Nullable String publicKey) {}

    /** Returns where the chain is now, and the public key to check its heads with. */
    public State state() {
        ChainRepository.Head head = chain.head();
        Optional<PublicKeyOfLog> signing = key.get();
        return new State(
                head.seq(),
                head.hash(),
                signing.map(PublicKeyOfLog::id).orElse(null),
                signing.map(PublicKeyOfLog::base64).orElse(null));
    }

    /**
     * Returns the entries of a filter before an entry, the latest first.
     *
     * @param before exclusive; {@link Long#MAX_VALUE} for the latest ones
     * @param most how many at most
     */
    public List<AuditEntry> list(AuditFilter filter, long before, int most) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(filter, parameters);
        parameters.put("before", before);
        parameters.put("most", most);
        List<ChainEntry> found = jdbc.sql("SELECT " + ChainRepository.COLUMNS + " FROM audit_entry WHERE seq < :before"
                        + where + " ORDER BY seq DESC FETCH FIRST :most ROWS ONLY")
                .params(parameters)
                .query(ChainRepository.ENTRY)
                .list();
        return withTexts(found);
    }

    /** Hands over all entries of a filter, the latest first; memory stays bounded. */
    public void forEach(AuditFilter filter, Consumer<AuditEntry> taker) {
        List<AuditEntry> page = list(filter, Long.MAX_VALUE, ENTRIES_AT_A_TIME);
        while (!page.isEmpty()) {
            page.forEach(taker);
            page = list(filter, page.get(page.size() - 1).seq(), ENTRIES_AT_A_TIME);
        }
    }

    private static String where(AuditFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (filter.account() != null) {
            where.append(" AND seq IN (SELECT seq FROM audit_personal WHERE field = 'account' AND content = :account)");
            parameters.put("account", filter.account());
        }
        if (filter.action() != null) {
            where.append(" AND action = :action");
            parameters.put("action", filter.action().key());
        }
        equal(where, parameters, "subject_type", filter.subjectType());
        equal(where, parameters, "subject_id", filter.subjectId());
        at(where, parameters, ">=", "from", filter.from());
        at(where, parameters, "<", "until", filter.until());
        if (filter.text() != null) {
            where.append(" AND seq IN (SELECT seq FROM audit_personal WHERE field IN ('reason', 'before', 'after')"
                    + " AND POSITION(LOWER(:text) IN LOWER(content)) > 0)");
            parameters.put("text", filter.text());
        }
        return where.toString();
    }

    private static void equal(
            StringBuilder where, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    private static void at(
            StringBuilder where,
            Map<String, Object> parameters,
            String comparison,
            String name,
            @Nullable Instant moment) {
        if (moment != null) {
            where.append(" AND at ").append(comparison).append(" :").append(name);
            parameters.put(name, moment.atOffset(ZoneOffset.UTC));
        }
    }

    private List<AuditEntry> withTexts(List<ChainEntry> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<PersonalField, String>> texts =
                texts(found.stream().map(ChainEntry::seq).toList());
        List<AuditEntry> entries = new ArrayList<>();
        for (ChainEntry row : found) {
            entries.add(entry(row, texts.getOrDefault(row.seq(), Map.of())));
        }
        return entries;
    }

    private Map<Long, Map<PersonalField, String>> texts(List<Long> seqs) {
        Map<Long, Map<PersonalField, String>> texts = new LinkedHashMap<>();
        jdbc.sql("SELECT seq, field, content FROM audit_personal WHERE seq IN (:seqs)")
                .param("seqs", seqs)
                .query(row -> {
                    texts.computeIfAbsent(row.getLong("seq"), seq -> new LinkedHashMap<>())
                            .put(
                                    PersonalField.findByKey(row.getString("field"))
                                            .orElseThrow(),
                                    row.getString("content"));
                });
        return texts;
    }

    private static AuditEntry entry(ChainEntry row, Map<PersonalField, String> texts) {
        Set<PersonalField> erased = EnumSet.noneOf(PersonalField.class);
        erased.addAll(row.commitments().keySet());
        erased.removeAll(texts.keySet());
        return new AuditEntry(
                row.seq(),
                row.at(),
                row.action(),
                texts.get(PersonalField.ACCOUNT),
                texts.get(PersonalField.ADDRESS),
                row.subjectType(),
                row.subjectId(),
                texts.get(PersonalField.REASON),
                texts.get(PersonalField.BEFORE),
                texts.get(PersonalField.AFTER),
                row.detail(),
                erased,
                row.hash());
    }
}
