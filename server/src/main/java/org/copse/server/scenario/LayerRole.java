package org.copse.server.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.copse.geoimport.LayerKind;

/** What a layer is used for in a scenario. */
public enum LayerRole {
    UNITS("units", LayerKind.UNITS),
    POPULATION("population", LayerKind.POPULATION),
    INCIDENTS("incidents", LayerKind.INCIDENTS),
    WORSHIP("worship", LayerKind.WORSHIP),
    PLACES("places", LayerKind.PLACES),
    NEIGHBOURHOODS("neighbourhoods", LayerKind.NEIGHBOURHOODS),
    BARRIERS("barriers", LayerKind.BARRIERS),
    CROSSINGS("crossings", LayerKind.CROSSINGS),
    BASES("bases", LayerKind.BASES),
    IN_FORCE("inForce", LayerKind.AREAS_IN_FORCE);

    private final String key;
    private final LayerKind kind;

    LayerRole(String key, LayerKind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Returns the role on the wire: {@code inForce}. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Returns the kind of layer that can play the role. */
    public LayerKind kind() {
        return kind;
    }

    /** Returns the role of that key. */
    public static Optional<LayerRole> findByKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
