package org.copse.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final SignInThrottle throttle = new SignInThrottle(AccountSettingsFixture.withFailures(3, 5));

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.take(name, address);
        }
    }

    @Test
    void letsAPersonMistype() {
        fail(2, "anna", "10.0.0.1");
        assertThat(throttle.take("anna", "10.0.0.1")).isZero();
    }

    @Test
    void makesANameWaitFromEveryAddress() {
        fail(3, "anna", "10.0.0.1");
        assertThat(throttle.take("ANNA ", "10.0.0.2")).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(throttle.take("ben", "10.0.0.2")).isZero();
    }

    @Test
    void makesAnAddressWaitWhateverTheNames() {
        for (int i = 0; i < 5; i++) {
            throttle.take("name " + i, "10.0.0.1");
        }
        assertThat(throttle.take("another", "10.0.0.1")).isPositive();
        assertThat(throttle.take("another", "10.0.0.2")).isZero();
    }

    @Test
    void makesAHouseholdWaitWhicheverOfItsAddressesItUses() {
        for (int i = 0; i < 5; i++) {
            throttle.take("name " + i, "2001:db8:0:7::" + i);
        }
        assertThat(throttle.take("another", "2001:db8:0:7:1:2:3:4")).isPositive();
        assertThat(throttle.take("another", "2001:db8:0:8:1:2:3:4")).isZero();
    }

    @Test
    void countsATryBeforeItIsKnownToFail() throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Future<Duration>> tries =
                    together.invokeAll(Collections.nCopies(40, () -> throttle.take("anna", "10.0.0.1")));
            int passed = 0;
            for (Future<Duration> made : tries) {
                passed += made.get().isZero() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(3);
        } finally {
            together.shutdownNow();
        }
        assertThat(throttle.take("ben", "10.0.0.1"))
                .as("who had to wait took nothing from the address")
                .isZero();
    }

    @Test
    void countsNoTryThatSucceeded() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.take("anna", "10.0.0.1")).isZero();
            throttle.succeeded("anna", "10.0.0.1");
        }
    }

    @Test
    void forgetsANamesFailuresOnceItSignedInButNotTheAddresss() {
        fail(3, "anna", "10.0.0.1");
        throttle.succeeded("anna", "10.0.0.2");
        assertThat(throttle.take("anna", "10.0.0.1")).isZero();
        fail(1, "ben", "10.0.0.1");
        assertThat(throttle.take("anna", "10.0.0.1")).isPositive();
    }
}
