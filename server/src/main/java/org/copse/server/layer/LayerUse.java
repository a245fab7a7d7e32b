package org.copse.server.layer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What rests on a layer, so that it cannot be deleted. */
record LayerUse(What what, String name) {
    enum What {
        PLAN_IN_FORCE,
        EARLIER_PLAN,
        SCENARIO;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns it as a clause: the plan in force "North" rests on this layer. */
    String inWords() {
        return switch (what) {
            case PLAN_IN_FORCE -> "The plan in force \"" + name + "\" rests on this layer";
            case EARLIER_PLAN -> "The earlier plan \"" + name + "\" rests on this layer";
            case SCENARIO -> "The scenario \"" + name + "\" rests on this layer";
        };
    }
}
