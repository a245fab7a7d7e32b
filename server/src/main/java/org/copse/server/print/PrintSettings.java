package org.copse.server.print;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sheets are handed out.
 *
 * @param perMinute how many one address may have made in a minute
 */
@ConfigurationProperties("copse.print")
record PrintSettings(@DefaultValue("30") int perMinute) {
    PrintSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.print.per-minute must be at least 1, not " + perMinute);
        }
    }
}
