package org.copse.server.area;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents are answered.
 *
 * @param perMinute how often one address may ask the finder in a minute, and how many boundaries it may download
 * @param signUpsPerHour how often one address may sign up for walks, take a sign-up back or give the code of an invitation, each
 */
@ConfigurationProperties("copse.area")
record AreaSettings(@DefaultValue("60") int perMinute, @DefaultValue("20") int signUpsPerHour) {
    AreaSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.area.per-minute must be at least 1, not " + perMinute);
        }
        if (signUpsPerHour < 1) {
            throw new IllegalArgumentException(
                    "copse.area.sign-ups-per-hour must be at least 1, not " + signUpsPerHour);
        }
    }
}
