package org.copse.server.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about sectors whose team nobody knows how to reach when a plan comes into force.
 *
 * @param forTheOthers taken for each sector without a contact
 * @param waived whether the plan may come into force without: residents are then told how to reach the authority
 */
public record TeamContacts(Optional<NewPlan.Contact> forTheOthers, boolean waived) {

    /** Nothing is given and nothing is asked: for what was in force before Copse. */
    public static final TeamContacts WAIVED = new TeamContacts(Optional.empty(), true);

    /**
     * Returns the sectors with a contact for each, as far as there is one.
     *
     * @throws ProblemException naming the sectors without, unless that is waived
     */
    List<NewPlan.Sector> complete(List<NewPlan.Sector> known) {
        List<NewPlan.Sector> sectors = known.stream()
                .map(sector -> isReached(sector.contact())
                        ? sector
                        : new NewPlan.Sector(
                                sector.id(),
                                sector.name(),
                                sector.officers(),
                                forTheOthers.orElse(null),
                                sector.lonLat()))
                .toList();
        List<String> missing = sectors.stream()
                .filter(sector -> !isReached(sector.contact()))
                .map(NewPlan.Sector::name)
                .toList();
        if (!waived && !missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.TEAM_CONTACT_MISSING,
                    "Nobody knows how to reach the team of " + missing.size() + " sectors: "
                            + String.join(", ", missing) + ".",
                    Map.of("sectors", missing));
        }
        return sectors;
    }

    private static boolean isReached(NewPlan.@Nullable Contact contact) {
        return contact != null && (contact.phone() != null || contact.email() != null);
    }
}
