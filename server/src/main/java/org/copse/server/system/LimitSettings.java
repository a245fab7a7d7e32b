package org.copse.server.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask for.
 *
 * @param body the largest body that is not an upload
 */
@ConfigurationProperties("copse.limits")
record LimitSettings(@DefaultValue("1MB") DataSize body) {
    LimitSettings {
        if (body.toBytes() < 1024) {
            throw new IllegalArgumentException("copse.limits.body must be at least 1 kB, not " + body);
        }
    }
}
