package org.copse.server.publication;

import java.util.Locale;

/** Where a published plan comes from. */
public enum PlanOrigin {
    /** A scenario's proposal. */
    PROPOSAL,
    /** A layer of the areas that were in force before Copse. */
    AREAS_IN_FORCE;

    static PlanOrigin ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
