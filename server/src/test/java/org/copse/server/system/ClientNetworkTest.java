package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:0:7::1",
                "2001:DB8::7:1:2:3:4",
                "2001:db8:0:7:9:9:9:9%eth0",
                "2001:db8:0:7:1:2:192.0.2.1"
            })
    void putsAHouseholdsAddressesTogetherHoweverTheyAreSpelt(String address) {
        assertThat(ClientNetwork.of(address)).isEqualTo(ClientNetwork.of("2001:db8:0:7:1:2:3:4"));
    }

    @Test
    void tellsNeighboursApart() {
        assertThat(ClientNetwork.of("2001:db8:0:8::1")).isNotEqualTo(ClientNetwork.of("2001:db8:0:7::1"));
        assertThat(ClientNetwork.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientNetwork.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "a:b:c", "[::1]"})
    void leavesWhatIsNoAddressAlone(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo(text);
    }
}
