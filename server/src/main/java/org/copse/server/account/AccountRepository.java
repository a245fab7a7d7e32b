package org.copse.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored accounts. */
@Repository
public class AccountRepository {
    private static final String COLUMNS =
            "id, name, password_hash, enabled, must_change_password, second_factor, subject";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AuditLog audit;
    private final AccountSettings settings;

    AccountRepository(
            JdbcClient jdbc, TransactionTemplate transactions, Clock clock, AuditLog audit, AccountSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.settings = settings;
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
    }

    /** Returns the account of that name; case and Unicode form of the name do not matter. */
    public Optional<Account> findByName(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE name_key = :key")
                .param("key", key(name))
                .query((row, number) -> account(row))
                .optional();
    }

    /** Returns the account of that id. */
    public Optional<Account> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Returns who that is at a provider of sign-ins. */
    public Optional<Account> findBySubject(String issuer, String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Returns all of them by name. */
    public List<Account> list() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account ORDER BY name_key")
                .query((row, number) -> account(row))
                .list();
    }

    /** Returns since when sessions of the account hold; the beginning of time when they were never ended. */
    public Instant sessionsSince(UUID id) {
        return jdbc.sql("SELECT signed_out_before FROM account WHERE id = :id AND signed_out_before IS NOT NULL")
                .param("id", id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.MIN);
    }

    /** Stores the account. @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    public UUID add(NewAccount account, String passwordHash) {
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
            addRoles(id, account.roles());
            audit.record(AuditEvent.of(AuditAction.ACCOUNT_CREATED)
                    .on("account", id.toString())
                    .detail("roles " + EnumSet.copyOf(account.roles()))
                    .after(account.name()));
        });
        return id;
    }

    /** Binds an account to who it is at a provider. */
    public void bind(UUID id, String issuer, String subject) {
        jdbc.sql("UPDATE account SET issuer = :issuer, subject = :subject WHERE id = :id")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("id", id)
                .update();
    }

    /** Replaces what the account may do and whether it can sign in; ends its sessions. */
    public void setRoles(UUID id, Set<Role> roles, boolean enabled) {
        jdbc.sql("UPDATE account SET enabled = :enabled, signed_out_before = :now WHERE id = :id")
                .param("enabled", enabled)
                .param("now", now())
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM account_role WHERE account_id = :id")
                .param("id", id)
                .update();
        addRoles(id, roles);
    }

    /** Replaces the password and ends every session. */
    void setPassword(UUID id, String passwordHash, boolean mustChange) {
        jdbc.sql(
                        """
                        UPDATE account SET password_hash = :hash, must_change_password = :must, signed_out_before = :now
                        WHERE id = :id
                        """)
                .param("hash", passwordHash)
                .param("must", mustChange)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Ends every session of the account. */
    void signOutEverywhere(UUID id) {
        jdbc.sql("UPDATE account SET signed_out_before = :now WHERE id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Waits until nobody else changes who administers, until the end of the transaction. */
    void lockAdministration() {
        jdbc.sql("SELECT id FROM account ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list();
    }

    private void addRoles(UUID id, Set<Role> roles) {
        roles.forEach(role -> jdbc.sql("INSERT INTO account_role (account_id, role) VALUES (:id, :role)")
                .param("id", id)
                .param("role", role.name())
                .update());
    }

    private Account account(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Set<Role> roles = rolesOf(id);
        String secondFactor = row.getString("second_factor");
        Account account = new Account(
                        id, row.getString("name"), row.getString("password_hash"), roles, row.getBoolean("enabled"))
                .withSecondFactor(secondFactor);
        if (row.getBoolean("must_change_password")) {
            account = account.withDuty(Account.Duty.CHANGE_PASSWORD);
        }
        // Who signs in at a provider shows a second factor there.
        boolean local = row.getString("subject") == null;
        return local && secondFactor == null && needsSecondFactor(roles)
                ? account.withDuty(Account.Duty.ADD_SECOND_FACTOR)
                : account;
    }

    private boolean needsSecondFactor(Set<Role> roles) {
        return !Collections.disjoint(roles, settings.secondFactorRoles());
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
