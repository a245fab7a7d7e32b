package org.copse.server.inforce;

import java.time.Duration;
import org.copse.server.publication.Publication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the plan in force is answered from memory.
 *
 * @param planAge how often a server asks whether another plan is to come into force: a change by another server is known within it
 */
@ConfigurationProperties("copse.in-force")
public record InForceSettings(@DefaultValue("2s") Duration planAge) {
    public InForceSettings {
        if (planAge.isNegative()) {
            throw new IllegalArgumentException("copse.in-force.plan-age must not be negative, as " + planAge + " is");
        }
        if (planAge.compareTo(Publication.LEAD) >= 0) {
            throw new IllegalArgumentException(
                    "copse.in-force.plan-age must be less than " + Publication.LEAD.toSeconds()
                            + " s, so that every server knows of a change before it comes, not " + planAge);
        }
    }
}
