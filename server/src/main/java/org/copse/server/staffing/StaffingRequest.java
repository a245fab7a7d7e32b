package org.copse.server.staffing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.scenario.LayerRole;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario would rest on.
 *
 * @param layers a layer for each role, as in a scenario; units are needed
 * @param profile residents per officer; 4,000 when not given
 * @param tolerance share of a beat's target; 0.15 when not given
 * @param search whether to look for a number of beats that can be balanced, which takes some seconds; yes when not given
 */
record StaffingRequest(
        @Nullable Map<String, @Nullable UUID> layers,
        @Nullable Integer profile,
        @Nullable Double tolerance,
        @Nullable Boolean search) {
    private static final int USUAL_PROFILE = 4_000;
    private static final int LARGEST_PROFILE = 1_000_000;
    private static final double USUAL_TOLERANCE = 0.15;

    int profileOrUsual() {
        return profile == null ? USUAL_PROFILE : profile;
    }

    double toleranceOrUsual() {
        return tolerance == null ? USUAL_TOLERANCE : tolerance;
    }

    boolean searches() {
        return search == null || search;
    }

    /** Returns the layers by role, or ends the request with every field that is wrong. */
    Map<LayerRole, UUID> check(LayerStore store) {
        FieldErrors errors = new FieldErrors();
        Map<LayerRole, UUID> checked = new EnumMap<>(LayerRole.class);
        Optional.ofNullable(layers).orElse(Map.of()).forEach((key, id) -> {
            Optional<LayerRole> role = LayerRole.findByKey(key);
            Optional<Layer> layer = id == null ? Optional.empty() : store.find(id);
            if (role.isEmpty()) {
                errors.add("layers." + key, "is no role of a layer");
            } else if (id != null
                    && layer.filter(it -> it.kind() == role.get().kind()).isEmpty()) {
                errors.add(
                        "layers." + key,
                        "there is no such layer of " + role.get().kind());
            } else if (id != null) {
                checked.put(role.get(), id);
            }
        });
        if (!checked.containsKey(LayerRole.UNITS)) {
            errors.add("layers.units", "is missing");
        }
        if (profileOrUsual() < 1 || profileOrUsual() > LARGEST_PROFILE) {
            errors.add("profile", "must be 1 to " + LARGEST_PROFILE + ", not " + profile);
        }
        if (!(toleranceOrUsual() > 0 && toleranceOrUsual() <= 1)) {
            errors.add("tolerance", "must be over 0 and at most 1, not " + tolerance);
        }
        errors.throwIfAny();
        return checked;
    }
}
