package org.copse.server.assignment;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How days are counted.
 *
 * @param zone in which a day begins; the server's own when not given
 */
@ConfigurationProperties("copse.assignment")
record AssignmentSettings(@Nullable ZoneId zone) {

    ZoneId zoneOrOwn() {
        ZoneId given = zone;
        return given == null ? ZoneId.systemDefault() : given;
    }
}
