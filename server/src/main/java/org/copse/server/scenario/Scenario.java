package org.copse.server.scenario;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored scenario.
 *
 * @param note what planners say of it; null for nothing
 * @param archived whether it was put aside
 */
public record Scenario(
        UUID id,
        String name,
        Settings settings,
        Map<LayerRole, UUID> layers,
        String createdBy,
        Instant createdAt,
        @Nullable String note,
        boolean archived) {
    public Scenario {
        layers = Collections.unmodifiableMap(new TreeMap<>(layers));
    }

    /** A scenario that is worked on, without a note. */
    public Scenario(
            UUID id, String name, Settings settings, Map<LayerRole, UUID> layers, String createdBy, Instant createdAt) {
        this(id, name, settings, layers, createdBy, createdAt, null, false);
    }
}
