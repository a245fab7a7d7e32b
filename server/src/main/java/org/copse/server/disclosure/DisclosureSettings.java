package org.copse.server.disclosure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recorded incidents are published.
 *
 * @param threshold the least count that is published, 3 to 100; those under it are kept back
 * @param perMinute how often one address may ask for tables in a minute
 */
@ConfigurationProperties("copse.disclosure")
record DisclosureSettings(@DefaultValue("5") int threshold, @DefaultValue("60") int perMinute) {
    DisclosureSettings {
        if (threshold < 3 || threshold > 100) {
            throw new IllegalArgumentException("copse.disclosure.threshold must be 3 to 100, not " + threshold);
        }
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.disclosure.per-minute must be at least 1, not " + perMinute);
        }
    }
}
