package org.copse.server.policeuk;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The interface in the shape of police.uk.
 *
 * @param enabled whether there is one: its look-up has a position in its address, which proxies may log
 * @param force what the authority is called in its paths
 * @param perMinute how often one address may ask in a minute
 */
@ConfigurationProperties("copse.police-uk")
record PoliceUkSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("copse") String force,
        @DefaultValue("120") int perMinute) {
    private static final Pattern FORCE = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    PoliceUkSettings {
        if (!FORCE.matcher(force).matches()) {
            throw new IllegalArgumentException(
                    "copse.police-uk.force must be 3 to 40 small letters, digits and dashes, not " + force);
        }
        if (perMinute < 1) {
            throw new IllegalArgumentException("copse.police-uk.per-minute must be at least 1, not " + perMinute);
        }
    }
}
