package org.copse.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentLimitTest {
    private final CommentLimit limit = new CommentLimit(new ConsultationSettings(3));

    @Test
    void aFloodFromOneAddressIsTurnedAwayAndOthersGoOn() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("192.0.2.1")).isTrue();
        }
        assertThat(limit.take("192.0.2.1")).isFalse();
        assertThat(limit.take("192.0.2.2")).isTrue();
    }

    @Test
    void aHouseholdIsOneAddressWhateverIpv6AddressesItTakes() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("2001:db8:0:7::" + i)).isTrue();
        }
        assertThat(limit.take("2001:db8:0:7:9:9:9:9")).isFalse();
    }
}
