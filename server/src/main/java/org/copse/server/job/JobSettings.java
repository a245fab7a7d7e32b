package org.copse.server.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are watched.
 *
 * @param heartbeat how often a running job's progress is written
 * @param silence after which a running job's server is taken for dead; at least four heartbeats and one second
 */
@ConfigurationProperties("copse.job")
record JobSettings(@DefaultValue("500ms") Duration heartbeat, @DefaultValue("15s") Duration silence) {
    JobSettings {
        if (heartbeat.toMillis() < 1) {
            throw new IllegalArgumentException("copse.job.heartbeat is " + heartbeat + ", below 1 ms");
        }
        if (silence.toSeconds() < 1 || silence.compareTo(heartbeat.multipliedBy(4)) < 0) {
            throw new IllegalArgumentException(
                    "copse.job.silence is " + silence + ", below four heartbeats of " + heartbeat + " or below 1 s");
        }
    }
}
