package org.copse.server.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask for.
 *
 * @param body the largest body that is not an upload
 * @param form the largest form with a photo that somebody without an account may send
 */
@ConfigurationProperties("copse.limits")
record LimitSettings(@DefaultValue("1MB") DataSize body, @DefaultValue("12MB") DataSize form) {
    LimitSettings {
        if (form.toBytes() < 1024 || form.toMegabytes() > 100) {
            throw new IllegalArgumentException("copse.limits.form must be 1 kB to 100 MB, not " + form);
        }
        if (body.toBytes() < 1024) {
            throw new IllegalArgumentException("copse.limits.body must be at least 1 kB, not " + body);
        }
    }
}
