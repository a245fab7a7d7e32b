package org.copse.server.hotspot;

import java.util.HashMap;
import java.util.Map;
import org.copse.geoimport.incident.IncidentCategory;
import org.copse.geoimport.incident.Initiator;

/** Who started an incident, from the words of its columns: what police start or find by looking makes no hotspot. */
final class Origin {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Initiator> initiators = new HashMap<>();
    private final Map<String, Boolean> found = new HashMap<>();

    enum Who {
        RESIDENT,
        POLICE,
        UNKNOWN
    }

    /** Returns who it was; where nobody says, a category that police find by looking is theirs. */
    Who of(String initiator, String category) {
        Initiator who = remember(initiators, initiator, Initiator::of);
        if (who == Initiator.UNKNOWN) {
            boolean looked = remember(
                    found, category, name -> IncidentCategory.of(name).sense() == IncidentCategory.Sense.FOUND);
            return looked ? Who.POLICE : Who.UNKNOWN;
        }
        return who == Initiator.POLICE ? Who.POLICE : Who.RESIDENT;
    }

    private static <V> V remember(Map<String, V> memory, String text, java.util.function.Function<String, V> read) {
        V known = memory.get(text);
        if (known == null) {
            known = read.apply(text);
            if (memory.size() < REMEMBERED) {
                memory.put(text, known);
            }
        }
        return known;
    }
}
