package org.copse.server.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.planning.problem.Favour;

/** What an alternative favours, as it goes over the wire. */
public final class Favours {
    private static final List<Favour> OFFERED =
            List.of(Favour.BALANCED, Favour.COMPACT, Favour.COMMUNITIES, Favour.LEAST_CHANGE);

    private Favours() {}

    /** Returns the key of a favour: {@code least-change}. */
    public static String key(Favour favour) {
        return favour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the favour of a key. */
    public static Optional<Favour> findByKey(String key) {
        return OFFERED.stream().filter(favour -> key(favour).equals(key)).findFirst();
    }

    /** Returns the favour of a key that {@link #key} gave. */
    public static Favour ofKey(String key) {
        return findByKey(key).orElseThrow(() -> new IllegalArgumentException(key + " is no favour"));
    }

    public static List<String> keys() {
        return OFFERED.stream().map(Favours::key).toList();
    }
}
