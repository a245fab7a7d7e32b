package org.copse.server.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.account.Account;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.account.Secrets;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of people whom a provider signs in: bound to their subject there, never to a name that may be given to another. */
@Service
class OidcAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(OidcAccounts.class);
    /** No password has this hash. */
    private static final String NO_PASSWORD = "";
    /** Leaves room for a number behind it. */
    private static final int LONGEST_NAME = 50;

    private final OidcSettings settings;
    private final AccountRepository accounts;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    OidcAccounts(OidcSettings settings, AccountRepository accounts, TransactionTemplate transactions, AuditLog audit) {
        this.settings = settings;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns somebody's account, made at the first sign-in; none for who has no role here, or is disabled. */
    Optional<Account> accountOf(OidcUser user) {
        Set<Role> roles = rolesOf(user.getClaims().get(settings.rolesClaim()));
        if (roles.isEmpty()) {
            LOG.warn("The provider signed in somebody without a role here; claim \"{}\"", settings.rolesClaim());
            return Optional.empty();
        }
        String subject = Objects.requireNonNull(user.getSubject(), "an ID token names its subject");
        UUID id = transactions.execute(status -> store(user, subject, roles));
        return accounts.find(id).filter(Account::isEnabled);
    }

    private UUID store(OidcUser user, String subject, Set<Role> roles) {
        String issuer = Objects.requireNonNull(settings.issuer());
        Optional<Account> known = accounts.findBySubject(issuer, subject);
        if (known.isEmpty()) {
            UUID id = accounts.add(new NewAccount(freeName(user, subject), Secrets.text(32), roles), NO_PASSWORD);
            accounts.bind(id, issuer, subject);
            return id;
        }
        Account account = known.get();
        if (account.isEnabled() && !account.roles().equals(roles)) {
            accounts.setRoles(account.id(), roles, true);
            audit.record(AuditEvent.of(AuditAction.ROLES_CHANGED)
                    .on("account", account.id().toString())
                    .detail("from " + EnumSet.copyOf(account.roles()) + " to " + EnumSet.copyOf(roles))
                    .because("as the provider says")
                    .by(account.getUsername()));
        }
        return account.id();
    }

    /** A name that is taken is nobody's to take over: whoever comes by the provider then has a number behind it. */
    private String freeName(OidcUser user, String subject) {
        String claimed = Objects.requireNonNullElse(user.getClaimAsString(settings.nameClaim()), subject);
        String allowed = claimed.replaceAll("[^\\p{L}\\p{N}._@-]", "_").replaceAll("^[^\\p{L}\\p{N}]+", "");
        String name = allowed.substring(0, Math.min(allowed.length(), LONGEST_NAME));
        String number = Secrets.hash(settings.issuer() + " " + subject).substring(0, 8);
        if (name.length() < 2) {
            return "account-" + number;
        }
        return accounts.findByName(name).isEmpty() ? name : name + "." + number;
    }

    private Set<Role> rolesOf(@Nullable Object claim) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Collection<?> values = claim instanceof Collection<?> list ? list : claim == null ? List.of() : List.of(claim);
        for (Object value : values) {
            String said = value.toString();
            Arrays.stream(Role.values())
                    .filter(role ->
                            role == settings.roles().get(said) || role.name().equals(said.toUpperCase(Locale.ROOT)))
                    .forEach(roles::add);
        }
        return roles;
    }
}
