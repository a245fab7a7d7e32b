package org.copse.server.system;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every feature may ask for. */
@Configuration(proxyBeanMethods = false)
class SystemConfiguration {
    /**
     * The time, where the authority is: its days begin and end there. A test gives a clock of its own.
     *
     * @param zone such as {@code Europe/Brussels}; empty for the server's own
     */
    @Bean
    Clock clock(@Value("${copse.zone:}") String zone) {
        return Clock.system(zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone));
    }
}
