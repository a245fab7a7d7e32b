package org.copse.server.system;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every feature may ask for. */
@Configuration(proxyBeanMethods = false)
class SystemConfiguration {
    /** The time, in UTC; a test gives a clock of its own. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
