package org.copse.server.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts behave.
 *
 * @param demo whether the demo accounts exist where no account is stored; the serve command sets it with the sample city on a loopback address, and nowhere else
 * @param failuresPerAccount wrong passwords for one name before it has to wait
 * @param failuresPerAddress wrong passwords from one address before it has to wait
 * @param failureWindow how long a wrong password counts
 */
@ConfigurationProperties("copse.accounts")
record AccountSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("5") int failuresPerAccount,
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue("15m") Duration failureWindow) {
    AccountSettings {
        if (failuresPerAccount < 1 || failuresPerAddress < 1) {
            throw new IllegalArgumentException(
                    "copse.accounts.failures-per-account and -per-address must be at least 1, not " + failuresPerAccount
                            + " and " + failuresPerAddress);
        }
        if (failureWindow.isNegative() || failureWindow.isZero()) {
            throw new IllegalArgumentException("copse.accounts.failure-window must be positive, not " + failureWindow);
        }
    }
}
