package org.copse.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.copse.server.permission.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The way in of a first start: as long as there is no account and this is no demo, a link that works once makes the first one. Its
 * token lives in this process only and is new at every start.
 */
@Component
public final class SetUpLink {
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final AtomicReference<String> token = new AtomicReference<>("");

    public SetUpLink(AccountRepository accounts, DemoAccounts demo, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        if (!demo.active() && accounts.isEmpty()) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            token.set(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
    }

    /** Returns the link's path, while it still works; the token is in the fragment, which no browser sends and no log keeps. */
    public Optional<String> path() {
        return Optional.of(token.get()).filter(open -> !open.isEmpty()).map(open -> "/setup#token=" + open);
    }

    /**
     * Makes the first account, an administrator who can plan too; returns whether the token was the right one and there was no
     * account yet. When the account cannot be stored, the token works again.
     */
    boolean use(String offered, String name, String password) {
        String open = token.get();
        if (open.isEmpty() || !same(open, offered)) {
            return false;
        }
        NewAccount account = new NewAccount(name, password, EnumSet.of(Role.ADMIN, Role.PLANNER));
        if (!token.compareAndSet(open, "")) {
            return false;
        }
        try {
            if (!accounts.isEmpty()) {
                return false;
            }
            accounts.add(account, passwords.encode(password));
            return true;
        } catch (RuntimeException e) {
            token.set(open);
            throw e;
        }
    }

    /** Takes as long for a near miss as for a wild guess. */
    private static boolean same(String open, String offered) {
        return MessageDigest.isEqual(open.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }
}
