package org.copse.server.adoption;

import java.util.Locale;

/** What a plan lacks before it may come into force. */
enum Missing {
    CONSULTATION("a consultation that is closed with its summary"),
    PRIVACY("the privacy impact assessment"),
    EQUALITY("the equality impact assessment"),
    COMMUNITY("the community impact assessment");

    private final String words;

    Missing(String words) {
        this.words = words;
    }

    /** Returns the name on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what it is, for a problem's detail. */
    String words() {
        return words;
    }

    static Missing of(Assessment.Kind kind) {
        return valueOf(kind.name());
    }
}
