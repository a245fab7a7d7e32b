package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLimitTest {

    @Test
    void countsAHouseholdOnceWhateverIpv6AddressesItTakes() {
        RequestLimit limit = new RequestLimit(5, "look-ups");
        for (int i = 0; i < 5; i++) {
            assertThat(limit.take("2001:db8:0:7::" + i)).isZero();
        }
        assertThat(limit.take("2001:db8:0:7:9:9:9:9")).isPositive();
        assertThat(limit.take("2001:db8:0:8::1")).isZero();
    }
}
