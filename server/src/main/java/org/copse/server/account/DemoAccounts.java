package org.copse.server.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.permission.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * One account per role for trying Copse out with its sample city. They are never stored: a server that does not run the demo has no
 * trace of them, whatever database it opens. Nor do they open the database of an installation: where an account is stored, there
 * are none.
 */
@Component
public final class DemoAccounts {
    /** Everybody's password in the demo, which listens on a loopback address only. */
    public static final String PASSWORD = "copse-demo";

    private final Map<String, Account> accounts;

    public DemoAccounts(AccountSettings settings, AccountRepository stored, PasswordEncoder passwords) {
        accounts = settings.demo() && stored.isEmpty() ? all(passwords.encode(PASSWORD)) : Map.of();
    }

    private static Map<String, Account> all(String hash) {
        return Arrays.stream(Role.values())
                .collect(Collectors.toUnmodifiableMap(
                        DemoAccounts::name,
                        role -> new Account(
                                new UUID(0, role.ordinal() + 1L), name(role), hash, EnumSet.of(role), true)));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this server runs the demo. */
    public boolean active() {
        return !accounts.isEmpty();
    }

    /** Returns the accounts' names; none when this is no demo. */
    public List<String> names() {
        return active() ? Arrays.stream(Role.values()).map(DemoAccounts::name).toList() : List.of();
    }

    /** Returns whether the account is one of the demo's: their ids are the smallest there are. */
    public static boolean isDemo(Account account) {
        return account.id().getMostSignificantBits() == 0;
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(AccountRepository.key(name))).map(DemoAccounts::copy);
    }

    /** Spring erases the hash of an account that has signed in: it gets its own. */
    private static Account copy(Account account) {
        return new Account(account.id(), account.getUsername(), account.getPassword(), account.roles(), true);
    }
}
