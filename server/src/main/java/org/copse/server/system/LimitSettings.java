package org.copse.server.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask for.
 *
 * @param body the largest body that is not an upload
 * @param lookupsPerMinute resident look-ups that one address may make in a minute
 */
@ConfigurationProperties("copse.limits")
record LimitSettings(@DefaultValue("1MB") DataSize body, @DefaultValue("120") int lookupsPerMinute) {
    LimitSettings {
        if (body.toBytes() < 1024) {
            throw new IllegalArgumentException("copse.limits.body must be at least 1 kB, not " + body);
        }
        if (lookupsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "copse.limits.lookups-per-minute must be at least 1, not " + lookupsPerMinute);
        }
    }
}
