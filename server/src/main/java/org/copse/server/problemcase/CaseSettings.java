package org.copse.server.problemcase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long problem cases are kept.
 *
 * @param kept from when a case is closed; then it is deleted with all that is its own
 */
@ConfigurationProperties("copse.problem")
record CaseSettings(@DefaultValue("1826d") Duration kept) {
    CaseSettings {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("copse.problem.kept must be at least 1 day, not " + kept);
        }
    }
}
