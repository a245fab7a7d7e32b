package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final SignInThrottle throttle =
            new SignInThrottle(new AccountSettings(false, 3, 5, Duration.ofMinutes(15)));

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    @Test
    void letsAPersonMistype() {
        fail(2, "anna", "10.0.0.1");
        assertThat(throttle.waitBefore("anna", "10.0.0.1")).isZero();
    }

    @Test
    void makesANameWaitFromEveryAddress() {
        fail(3, "anna", "10.0.0.1");
        assertThat(throttle.waitBefore("ANNA ", "10.0.0.2")).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(throttle.waitBefore("ben", "10.0.0.2")).isZero();
    }

    @Test
    void makesAnAddressWaitWhateverTheNames() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("name " + i, "10.0.0.1");
        }
        assertThat(throttle.waitBefore("another", "10.0.0.1")).isPositive();
        assertThat(throttle.waitBefore("another", "10.0.0.2")).isZero();
    }

    @Test
    void forgetsANamesFailuresOnceItSignedInButNotTheAddresss() {
        fail(3, "anna", "10.0.0.1");
        throttle.succeeded("anna");
        assertThat(throttle.waitBefore("anna", "10.0.0.1")).isZero();
        fail(2, "ben", "10.0.0.1");
        assertThat(throttle.waitBefore("anna", "10.0.0.1")).isPositive();
    }
}
