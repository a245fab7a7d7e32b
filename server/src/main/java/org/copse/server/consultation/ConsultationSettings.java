package org.copse.server.consultation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How comments are taken.
 *
 * @param commentsPerHour how many from one address
 */
@ConfigurationProperties("copse.consultation")
record ConsultationSettings(@DefaultValue("10") int commentsPerHour) {
    ConsultationSettings {
        if (commentsPerHour < 1) {
            throw new IllegalArgumentException(
                    "copse.consultation.comments-per-hour must be at least 1, not " + commentsPerHour);
        }
    }
}
