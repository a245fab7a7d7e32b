package org.copse.server.token;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.copse.server.account.Account;
import org.copse.server.account.OwnAccount;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs, each its owner's alone. */
@RestController
@AllowedTo(Permission.ACCOUNT_MANAGE_OWN)
class ApiTokenController {
    private final ApiTokens tokens;
    private final OwnAccount own;

    ApiTokenController(ApiTokens tokens, OwnAccount own) {
        this.tokens = tokens;
        this.own = own;
    }

    record TokenView(
            UUID id,
            String name,
            List<String> permissions,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    keys(token.permissions()),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }

    /** One's tokens, and what a new one may be for. */
    record TokenList(List<TokenView> tokens, List<String> grantable) {}

    record NewToken(@Nullable String name, @Nullable List<String> permissions, @Nullable Integer days) {}

    record Made(UUID id, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    @GetMapping("/api/v1/account/tokens")
    @Operation(summary = "Lists one's own tokens for programs")
    TokenList list(@AuthenticationPrincipal Account account) {
        return new TokenList(
                tokens.listOf(account).stream().map(TokenView::of).toList(), keys(tokens.grantable(account)));
    }

    @PostMapping("/api/v1/account/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a token for a program; the answer is the only time that it is shown")
    Made make(@RequestBody NewToken wanted, @AuthenticationPrincipal Account account) {
        own.stored(account);
        ApiTokens.Shown shown = tokens.make(
                account,
                wanted.name() == null ? "" : wanted.name(),
                permissions(wanted.permissions()),
                wanted.days() == null ? 0 : wanted.days());
        return new Made(shown.token().id(), shown.secret(), shown.token().expiresAt());
    }

    @DeleteMapping("/api/v1/account/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes one of one's own tokens")
    void revoke(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        if (!tokens.revoke(account, id)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such token.");
        }
    }

    private static Set<Permission> permissions(@Nullable List<String> keys) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String key : keys == null ? List.<String>of() : keys) {
            permissions.add(Arrays.stream(Permission.values())
                    .filter(permission -> permission.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> FieldErrors.of("permissions", "no permission is called " + key)));
        }
        return permissions;
    }

    private static List<String> keys(Set<Permission> permissions) {
        return permissions.stream().map(Permission::key).sorted().toList();
    }
}
