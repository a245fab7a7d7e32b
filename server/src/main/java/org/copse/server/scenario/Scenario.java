package org.copse.server.scenario;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A stored scenario. */
public record Scenario(
        UUID id, String name, Settings settings, Map<LayerRole, UUID> layers, String createdBy, Instant createdAt) {
    public Scenario {
        layers = Collections.unmodifiableMap(new TreeMap<>(layers));
    }
}
