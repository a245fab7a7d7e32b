package org.copse.server.lookup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How look-ups are answered.
 *
 * @param perMinute how many one address may make in a minute
 * @param borderMetres how near a border both beats are named, in metres
 */
@ConfigurationProperties("copse.lookup")
record LookupSettings(@DefaultValue("120") int perMinute, @DefaultValue("15") double borderMetres) {
    LookupSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.lookup.per-minute must be at least 1, not " + perMinute);
        }
        if (!(borderMetres >= 0 && borderMetres <= 1000)) {
            throw new IllegalArgumentException(
                    "copse.lookup.border-metres must be between 0 and 1000, not " + borderMetres);
        }
    }
}
