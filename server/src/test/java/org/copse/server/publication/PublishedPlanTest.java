package org.copse.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedPlanTest {
    private static final UUID ID = new UUID(1, 2);

    private static PublishedPlan from(String instant) {
        return new PublishedPlan(ID, "Plan", 1, Instant.parse(instant), 2, 1);
    }

    @Test
    void aPlanThatCameBackIsTaggedOtherwiseThanBefore() {
        assertThat(from("2026-01-01T00:00:00Z").tag())
                .isEqualTo(from("2026-01-01T00:00:00Z").tag())
                .isNotEqualTo(from("2026-03-01T00:00:00Z").tag())
                .startsWith("W/\"")
                .endsWith("\"");
    }
}
