package org.copse.geoimport.clean;

import java.util.List;
import java.util.Map;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;

/** Which roles columns can play in a layer of each kind, in the order in which they are looked for. */
final class KindRoles {
    private static final Map<LayerKind, List<Role>> ROLES = Map.ofEntries(
            Map.entry(
                    LayerKind.UNITS,
                    List.of(
                            Role.ID,
                            Role.NAME,
                            Role.POPULATION,
                            Role.NEIGHBOURHOOD,
                            Role.MINUTES_TO_CENTRE,
                            Role.SECTOR,
                            Role.BEAT)),
            Map.entry(LayerKind.POPULATION, List.of(Role.KEY, Role.POPULATION, Role.YEAR, Role.NAME)),
            Map.entry(LayerKind.WORSHIP, List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS)),
            Map.entry(
                    LayerKind.INCIDENTS,
                    List.of(Role.ID, Role.CATEGORY, Role.DATE, Role.YEAR, Role.DAY, Role.HOUR, Role.INITIATOR)),
            Map.entry(LayerKind.PLACES, List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS)),
            Map.entry(
                    LayerKind.CONTACT_POINTS,
                    List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS, Role.OPENING_HOURS)),
            Map.entry(LayerKind.NEIGHBOURHOODS, List.of(Role.ID, Role.NAME)),
            Map.entry(LayerKind.BARRIERS, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.CROSSINGS, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.AREAS_IN_FORCE, List.of(Role.BEAT, Role.SECTOR, Role.NAME, Role.OFFICER)),
            Map.entry(
                    LayerKind.ADDRESSES,
                    List.of(Role.ID, Role.STREET, Role.HOUSE_NUMBER, Role.POSTCODE, Role.TOWN, Role.ADDRESS)),
            Map.entry(LayerKind.BASES, List.of(Role.ID, Role.NAME, Role.ADDRESS, Role.OPENING_HOURS)),
            Map.entry(
                    LayerKind.SURVEYS,
                    List.of(Role.ID, Role.KEY, Role.QUESTION, Role.SAMPLE_SIZE, Role.SHARE, Role.YEAR)),
            Map.entry(LayerKind.BACKDROP, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.PLAIN, List.of(Role.ID, Role.NAME)));

    private KindRoles() {}

    static List<Role> of(LayerKind kind) {
        return ROLES.getOrDefault(kind, List.of());
    }
}
