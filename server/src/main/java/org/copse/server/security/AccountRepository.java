package org.copse.server.security;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored accounts. */
@Repository
class AccountRepository {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AuditLog audit;

    AccountRepository(JdbcClient jdbc, TransactionTemplate transactions, Clock clock, AuditLog audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
    }

    /** Returns the account of that name; case and Unicode form of the name do not matter. */
    Optional<Account> findByName(String name) {
        return jdbc.sql("SELECT id, name, password_hash, enabled FROM account WHERE name_key = :key")
                .param("key", key(name))
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Account(
                            id,
                            row.getString("name"),
                            row.getString("password_hash"),
                            rolesOf(id),
                            row.getBoolean("enabled"));
                })
                .optional();
    }

    /** Stores the account. @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    UUID add(NewAccount account, String passwordHash) {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            INSERT INTO account (id, name, name_key, password_hash, enabled, created_at)
                            VALUES (:id, :name, :key, :hash, TRUE, :now)
                            """)
                    .param("id", id)
                    .param("name", account.name())
                    .param("key", key(account.name()))
                    .param("hash", passwordHash)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            account.roles().forEach(role -> jdbc.sql("INSERT INTO account_role (account_id, role) VALUES (:id, :role)")
                    .param("id", id)
                    .param("role", role.name())
                    .update());
            audit.record(AuditEvent.of(AuditAction.ACCOUNT_CREATED)
                    .on("account", id.toString())
                    .detail("roles " + EnumSet.copyOf(account.roles()))
                    .after(account.name()));
        });
        return id;
    }

    private Set<Role> rolesOf(UUID id) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("SELECT role FROM account_role WHERE account_id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }

    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
