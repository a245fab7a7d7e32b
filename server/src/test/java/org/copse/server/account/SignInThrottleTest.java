package org.copse.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final SignInThrottle throttle = new SignInThrottle(AccountSettingsFixture.withFailures(3, 5));

    private Duration take(String name, String address) {
        return throttle.take(of(name, address));
    }

    private static SignInTry of(String name, String address) {
        return new SignInTry(name, address, Optional.empty());
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            take(name, address);
        }
    }

    @Test
    void letsAPersonMistype() {
        fail(2, "anna", "10.0.0.1");
        assertThat(take("anna", "10.0.0.1")).isZero();
    }

    @Test
    void makesANameWaitWhereItWasGuessedAndNowhereElse() {
        fail(3, "anna", "10.0.0.1");
        assertThat(take("ANNA ", "10.0.0.1")).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(take("ben", "10.0.0.1")).isZero();
        assertThat(take("anna", "10.0.0.2")).isZero();
        assertThat(take("anna", "2001:db8:0:7::1")).isZero();
    }

    @Test
    void boundsGuessingFromManyNetworks() {
        int let = 0;
        for (int i = 0; i < 200; i++) {
            let += take("anna", "10.0.1." + i).isZero() ? 1 : 0;
        }
        assertThat(let).isEqualTo(12);
        assertThat(take("anna", "10.0.2.1")).isPositive();
        assertThat(take("ben", "10.0.2.1")).isZero();
    }

    @Test
    void letsAKnownBrowserInWhateverOthersGuess() {
        SignInTry known = new SignInTry("anna", "10.0.0.1", Optional.of("hers"));
        fail(9, "anna", "10.0.0.1");
        for (int i = 0; i < 200; i++) {
            take("anna", "10.0.1." + i);
            take("name " + i, "10.0.0.1");
        }

        assertThat(throttle.take(known)).isZero();
        assertThat(throttle.take(known)).isZero();
        assertThat(throttle.take(known)).isZero();
        assertThat(throttle.take(known)).as("its own wrong passwords").isPositive();
        assertThat(throttle.take(new SignInTry("anna", "10.0.0.1", Optional.of("her other one"))))
                .isZero();
    }

    @Test
    void makesAnAddressWaitWhateverTheNames() {
        for (int i = 0; i < 5; i++) {
            take("name " + i, "10.0.0.1");
        }
        assertThat(take("another", "10.0.0.1")).isPositive();
        assertThat(take("another", "10.0.0.2")).isZero();
    }

    @Test
    void makesAHouseholdWaitWhicheverOfItsAddressesItUses() {
        for (int i = 0; i < 5; i++) {
            take("name " + i, "2001:db8:0:7::" + i);
        }
        assertThat(take("another", "2001:db8:0:7:1:2:3:4")).isPositive();
        assertThat(take("another", "2001:db8:0:8:1:2:3:4")).isZero();
    }

    @Test
    void countsATryBeforeItIsKnownToFail() throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Future<Duration>> tries = together.invokeAll(Collections.nCopies(40, () -> take("anna", "10.0.0.1")));
            int passed = 0;
            for (Future<Duration> made : tries) {
                passed += made.get().isZero() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(3);
        } finally {
            together.shutdownNow();
        }
        assertThat(take("ben", "10.0.0.1"))
                .as("who had to wait took nothing from the address")
                .isZero();
    }

    @Test
    void countsNoTryThatSucceeded() {
        for (int i = 0; i < 20; i++) {
            assertThat(take("anna", "10.0.0.1")).isZero();
            throttle.succeeded(of("anna", "10.0.0.1"));
        }
    }

    @Test
    void forgetsANamesFailuresOnceItSignedInButNotTheAddresss() {
        fail(2, "anna", "10.0.0.1");
        assertThat(take("anna", "10.0.0.1")).isZero();
        throttle.succeeded(of("anna", "10.0.0.1"));
        assertThat(take("anna", "10.0.0.1")).isZero();
        fail(2, "ben", "10.0.0.1");
        assertThat(take("anna", "10.0.0.1")).isPositive();
    }
}
