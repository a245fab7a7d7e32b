package org.copse.server.account;

import java.time.Duration;
import java.util.Set;

/** Settings as an installation has them that sets few. */
public final class AccountSettingsFixture {
    private AccountSettingsFixture() {}

    static AccountSettings withFailures(int perAccount, int perAddress) {
        return settings(false, perAccount, perAddress);
    }

    public static AccountSettings demo() {
        return settings(true, 3, 5);
    }

    private static AccountSettings settings(boolean demo, int perAccount, int perAddress) {
        return new AccountSettings(
                demo,
                perAccount,
                4 * perAccount,
                perAddress,
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                Set.of(),
                Duration.ofDays(365));
    }
}
