package org.copse.server.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.permission.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored tokens: what they are for, and a hash of each. */
@Repository
class ApiTokenRepository {
    private static final String COLUMNS = "id, account_id, name, created_at, expires_at, last_used_at";
    /** How exactly the last use is known: writing it at every request would make every reading a writing. */
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokenRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ApiToken token, String hash) {
        jdbc.sql(
                        """
                        INSERT INTO api_token (id, account_id, name, token_hash, created_at, expires_at)
                        VALUES (:id, :account, :name, :hash, :created, :expires)
                        """)
                .param("id", token.id())
                .param("account", token.account())
                .param("name", token.name())
                .param("hash", hash)
                .param("created", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        token.permissions().forEach(permission -> jdbc.sql(
                        "INSERT INTO api_token_permission (token_id, permission) VALUES (:id, :permission)")
                .param("id", token.id())
                .param("permission", permission.key())
                .update());
    }

    /** Returns the token of that hash, unless it has expired, and notes that it was used. */
    Optional<ApiToken> use(String hash) {
        Instant now = clock.instant();
        Optional<ApiToken> found = jdbc.sql(
                        "SELECT " + COLUMNS + " FROM api_token WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> token(row))
                .optional();
        found.filter(token -> token.lastUsedAt() == null
                        || token.lastUsedAt().plus(USE_IS_NOTED_EVERY).isBefore(now))
                .ifPresent(token -> jdbc.sql("UPDATE api_token SET last_used_at = :now WHERE id = :id")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", token.id())
                        .update());
        return found;
    }

    List<ApiToken> listOf(UUID account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE account_id = :account ORDER BY created_at, id")
                .param("account", account)
                .query((row, number) -> token(row))
                .list();
    }

    /** Removes the account's token; returns false when it has none such. */
    boolean remove(UUID account, UUID id) {
        return jdbc.sql("DELETE FROM api_token WHERE id = :id AND account_id = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    private ApiToken token(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new ApiToken(
                id,
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                permissionsOf(id),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    /** A permission that this version does not know grants nothing. */
    private Set<Permission> permissionsOf(UUID id) {
        Set<String> keys = Set.copyOf(jdbc.sql("SELECT permission FROM api_token_permission WHERE token_id = :id")
                .param("id", id)
                .query(String.class)
                .list());
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(permission -> keys.contains(permission.key()))
                .forEach(permissions::add);
        return permissions;
    }
}
