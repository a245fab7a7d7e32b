package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who would go on where, for a planner to confirm or change.
 *
 * @param basis names this state of affairs; a confirmation repeats it
 * @param assignments all of the plan in force that go on or begin after today
 * @param beats of the plan to come
 * @param leftOver resident officers who would have no beat, by their duty names
 * @param vacant beats that would have no resident officer
 */
record CarryOverProposal(
        String basis, List<Item> assignments, List<NewBeat> beats, List<String> leftOver, List<String> vacant) {

    static CarryOverProposal of(String basis, List<Item> assignments, List<NewBeat> beats) {
        List<Item> residents =
                assignments.stream().filter(one -> one.rank() == Rank.MAIN).toList();
        Set<String> filled =
                residents.stream().map(Item::beat).filter(Objects::nonNull).collect(Collectors.toSet());
        return new CarryOverProposal(
                basis,
                assignments,
                beats,
                residents.stream()
                        .filter(one -> one.beat() == null)
                        .map(Item::dutyName)
                        .toList(),
                beats.stream()
                        .map(NewBeat::id)
                        .filter(id -> !filled.contains(id))
                        .toList());
    }

    /**
     * An assignment and where it would go on.
     *
     * @param beat of the new plan; null when no beat is left that shares residents
     * @param sharedResidents of those, who live in the proposed one
     * @param overlaps all new beats that share residents, the most first
     */
    record Item(
            UUID assignment,
            UUID officer,
            String dutyName,
            String number,
            Rank rank,
            LocalDate from,
            @Nullable LocalDate to,
            Before before,
            @Nullable String beat,
            double sharedResidents,
            List<Share> overlaps) {}

    /** The beat before. */
    record Before(String id, String name, double residents) {}

    /** How many residents of the old beat are in a new one. */
    record Share(String beat, double residents) {}

    /** A beat of the plan to come. */
    record NewBeat(String id, String name, String sector, double residents) {}
}
