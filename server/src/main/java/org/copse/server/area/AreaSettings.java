package org.copse.server.area;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents are answered.
 *
 * @param perMinute how often one address may ask the finder in a minute, and how many boundaries it may download
 */
@ConfigurationProperties("copse.area")
record AreaSettings(@DefaultValue("60") int perMinute) {
    AreaSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.area.per-minute must be at least 1, not " + perMinute);
        }
    }
}
