package org.copse.server.account;

import java.time.Duration;
import java.util.Set;
import org.copse.server.permission.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts behave.
 *
 * @param demo whether the demo accounts exist where no account is stored; the serve command sets it with the sample city on a loopback address, and nowhere else
 * @param failuresPerAccount wrong passwords for one name, from one network or in one known browser, before it has to wait there
 * @param failuresPerAccountAnywhere wrong passwords for one name from all networks before it has to wait in browsers that are not known
 * @param failuresPerAddress wrong passwords from one address before it has to wait
 * @param failureWindow how long a wrong password counts
 * @param sessionLimit how long a session lasts at most, however busy; how long an idle one lasts is {@code server.servlet.session.timeout}
 * @param secondFactorRoles the roles that need a second factor
 * @param longestToken how long a token for a program may last
 */
@ConfigurationProperties("copse.accounts")
public record AccountSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("5") int failuresPerAccount,
        @DefaultValue("100") int failuresPerAccountAnywhere,
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("12h") Duration sessionLimit,
        @DefaultValue Set<Role> secondFactorRoles,
        @DefaultValue("365d") Duration longestToken) {
    public AccountSettings {
        atLeastOne("account", failuresPerAccount);
        atLeastOne("account-anywhere", failuresPerAccountAnywhere);
        atLeastOne("address", failuresPerAddress);
        positive("failure-window", failureWindow);
        positive("session-limit", sessionLimit);
        positive("longest-token", longestToken);
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "copse.accounts.failures-per-" + name + " must be at least 1, not " + value);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("copse.accounts." + name + " must be positive, not " + value);
        }
    }
}
