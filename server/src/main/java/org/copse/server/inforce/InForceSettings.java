package org.copse.server.inforce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the plan in force is answered from memory.
 *
 * @param planAge how long a server may go on answering from the plan before, after another server has published
 */
@ConfigurationProperties("copse.in-force")
public record InForceSettings(@DefaultValue("2s") Duration planAge) {
    public InForceSettings {
        if (planAge.isNegative()) {
            throw new IllegalArgumentException("copse.in-force.plan-age must not be negative, as " + planAge + " is");
        }
    }
}
