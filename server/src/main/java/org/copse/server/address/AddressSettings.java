package org.copse.server.address;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How addresses are searched.
 *
 * @param lookEvery how often a server looks whether address layers changed
 * @param perMinute how many searches one address on the network may make in a minute; a search is made with each letter typed
 */
@ConfigurationProperties("copse.addresses")
record AddressSettings(@DefaultValue("5s") Duration lookEvery, @DefaultValue("600") int perMinute) {
    AddressSettings {
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            throw new IllegalArgumentException(
                    "copse.addresses.look-every must be more than nothing, not " + lookEvery);
        }
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.addresses.per-minute must be at least 1, not " + perMinute);
        }
    }
}
