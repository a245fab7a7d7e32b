package org.copse.server.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.account.Account;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.AccountSettings;
import org.copse.server.account.Secrets;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which programs act for an account: shown once, for some permissions and some days, until they are revoked. */
@Service
public class ApiTokens {
    /** What every token begins with, so that one that leaked can be found by looking for it. */
    static final String PREFIX = "copse_";

    private static final int SECRET_BYTES = 32;
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;

    private final ApiTokenRepository tokens;
    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(
            ApiTokenRepository tokens,
            AccountRepository accounts,
            AccountSettings settings,
            AuditLog audit,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token in the clear, for its owner's eyes. */
    record Shown(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "Shown[" + token.id() + "]";
        }
    }

    /** Returns what a token may be for: all that the account may do but look after accounts. */
    Set<Permission> grantable(Account account) {
        return account.permissions().stream()
                .filter(permission ->
                        permission != Permission.ACCOUNT_MANAGE_OWN && permission != Permission.ACCOUNT_ADMINISTER)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes a token. @throws ProblemException naming what is wrong with name, permissions or days */
    @Transactional
    Shown make(Account account, String name, Set<Permission> permissions, int days) {
        check(account, name, permissions, days);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(
                UUID.randomUUID(), account.id(), name.strip(), permissions, now, now.plus(Duration.ofDays(days)), null);
        String secret = PREFIX + Secrets.text(SECRET_BYTES);
        tokens.add(token, Secrets.hash(secret));
        audit.record(AuditEvent.of(AuditAction.TOKEN_CREATED)
                .on("token", token.id().toString())
                .detail(permissions.stream().map(Permission::key).sorted().collect(Collectors.joining(", ")) + "; "
                        + days + " days")
                .after(token.name()));
        return new Shown(token, secret);
    }

    private void check(Account account, String name, Set<Permission> permissions, int days) {
        FieldErrors errors = new FieldErrors();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            errors.add("name", "has 1 to " + LONGEST_NAME + " characters");
        }
        if (permissions.isEmpty() || !grantable(account).containsAll(permissions)) {
            errors.add("permissions", "are some of what the account may do, and at least one");
        }
        if (days < 1 || days > settings.longestToken().toDays()) {
            errors.add("days", "is between 1 and " + settings.longestToken().toDays() + ", not " + days);
        }
        errors.throwIfAny();
        if (tokens.listOf(account.id()).size() >= MOST) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The account has " + MOST + " tokens, the most there can be. Revoke one.");
        }
    }

    List<ApiToken> listOf(Account account) {
        return tokens.listOf(account.id());
    }

    /** Revokes one of the account's tokens; returns false when it has none such. */
    @Transactional
    boolean revoke(Account account, UUID id) {
        if (!tokens.remove(account.id(), id)) {
            return false;
        }
        audit.record(AuditEvent.of(AuditAction.TOKEN_REVOKED).on("token", id.toString()));
        return true;
    }

    /** Returns who sends a token; nobody when it is unknown, expired or revoked, or its account cannot sign in. */
    Optional<ApiTokenAuthentication> authenticate(String secret) {
        return tokens.use(Secrets.hash(secret)).flatMap(token -> accounts.find(token.account())
                .filter(Account::isEnabled)
                .map(account -> {
                    account.eraseCredentials();
                    return new ApiTokenAuthentication(token, account);
                }));
    }
}
