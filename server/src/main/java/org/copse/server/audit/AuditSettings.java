package org.copse.server.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit log is kept.
 *
 * @param folder where the key that signs heads is; null to sign nothing, as in a test. The serve command sets it
 * @param heads the file that signed heads are added to; {@code heads.jsonl} in the folder when null. Best on another machine's disk
 * @param headEvery how often a head is exported when something was recorded since
 * @param headAfter after how many entries one is exported at once
 * @param retention how long entries are kept; older ones are cut once a day
 */
@ConfigurationProperties("copse.audit")
public record AuditSettings(
        @Nullable Path folder,
        @Nullable Path heads,
        @DefaultValue("1m") Duration headEvery,
        @DefaultValue("100") int headAfter,
        @DefaultValue("3650d") Duration retention) {
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(30);

    public AuditSettings {
        if (headEvery.toMillis() < 100) {
            throw new IllegalArgumentException("copse.audit.head-every is " + headEvery + ", below 100 ms");
        }
        if (headAfter < 1) {
            throw new IllegalArgumentException("copse.audit.head-after is " + headAfter + ", below 1");
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("copse.audit.retention is " + retention + ", below 30 days");
        }
    }
}
