package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    @Test
    void aFloodFromOneAddressIsTurnedAwayAndOthersGoOn() {
        RequestLimit limit = new RequestLimit(3, Duration.ofHours(1), "comments");
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("192.0.2.1")).isZero();
        }
        assertThat(limit.take("192.0.2.1")).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(20));
        assertThat(limit.take("192.0.2.2")).isZero();
    }

    @Test
    void countsAHouseholdOnceWhateverIpv6AddressesItTakes() {
        RequestLimit limit = new RequestLimit(5, Duration.ofMinutes(1), "look-ups");
        for (int i = 0; i < 5; i++) {
            assertThat(limit.take("2001:db8:0:7::" + i)).isZero();
        }
        assertThat(limit.take("2001:db8:0:7:9:9:9:9")).isPositive();
        assertThat(limit.take("2001:db8:0:8::1")).isZero();
    }
}
