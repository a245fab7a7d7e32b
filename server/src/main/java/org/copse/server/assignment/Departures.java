package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when an officer leaves the service: beforehand as a question, then as a fact. */
@Service
class Departures {
    private final AssignmentRepository repository;
    private final LeaveRepository leaves;
    private final Liaisons liaisons;
    private final Assignments assignments;
    private final Officers officers;
    private final PlansInForce plans;
    private final TransactionTemplate transactions;

    Departures(
            AssignmentRepository repository,
            LeaveRepository leaves,
            Liaisons liaisons,
            Assignments assignments,
            Officers officers,
            PlansInForce plans,
            TransactionTemplate transactions) {
        this.repository = repository;
        this.leaves = leaves;
        this.liaisons = liaisons;
        this.assignments = assignments;
        this.officers = officers;
        this.plans = plans;
        this.transactions = transactions;
    }

    /**
     * What would be without an officer from a day on.
     *
     * @param beats that lose their resident officer
     * @param residents of those beats
     * @param liaisons that nobody would do
     * @param standsInFor officers whose leave after that day would have nobody
     * @param couldStandIn by sector and name, in no order of merit: it is for people to choose
     */
    record Consequences(
            LocalDate on,
            List<LostBeat> beats,
            double residents,
            List<LiaisonController.LiaisonView> liaisons,
            List<Person> standsInFor,
            List<Candidate> couldStandIn) {}

    /** A beat that would be vacant; {@code shared} says that somebody else is on it. */
    record LostBeat(String id, String name, String sectorName, double residents, boolean shared) {}

    /**
     * Who could stand in.
     *
     * @param ownBeat of their own, or null
     * @param sameSector whether that is in the sector of a lost beat
     * @param languages that they share with who leaves
     */
    record Candidate(
            Person officer,
            @Nullable String ownBeat,
            @Nullable String sectorName,
            boolean sameSector,
            List<String> languages) {}

    Consequences without(UUID id, LocalDate on) {
        StoredOfficer leaver = officers.get(id);
        UUID plan = plans.get().id();
        Map<String, BeatTerritory> beats =
                plans.listBeats(plan).stream().collect(Collectors.toMap(BeatTerritory::id, Function.identity()));
        List<BeatAssignment> then = repository.listContinuing(plan, on);
        List<LostBeat> lost = new ArrayList<>();
        Set<String> sectors = new HashSet<>();
        for (BeatAssignment one : then) {
            if (one.officer().equals(id) && one.rank() == Rank.MAIN) {
                BeatTerritory beat = Objects.requireNonNull(beats.get(one.beatId()));
                sectors.add(beat.sectorId());
                boolean shared = then.stream()
                        .anyMatch(other -> other.beatId().equals(one.beatId())
                                && !other.officer().equals(id)
                                && other.days().include(on));
                lost.add(new LostBeat(beat.id(), beat.name(), beat.sectorName(), beat.residents(), shared));
            }
        }
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return new Consequences(
                on,
                lost,
                lost.stream().mapToDouble(LostBeat::residents).sum(),
                liaisons.list().stream()
                        .filter(one ->
                                one.officer().equals(id) && one.days().to().isAfter(on))
                        .map(one -> LiaisonController.view(one, leaver))
                        .toList(),
                leaves.listFrom(on).stream()
                        .filter(leave -> id.equals(leave.substitute()))
                        .map(leave -> Person.of(Objects.requireNonNull(roster.get(leave.officer()))))
                        .distinct()
                        .toList(),
                lost.isEmpty() ? List.of() : candidates(leaver, on, roster, then, beats, sectors));
    }

    private List<Candidate> candidates(
            StoredOfficer leaver,
            LocalDate on,
            Map<UUID, StoredOfficer> roster,
            List<BeatAssignment> then,
            Map<String, BeatTerritory> beats,
            Set<String> sectors) {
        Set<UUID> away = leaves.listFrom(on).stream()
                .filter(leave -> leave.days().include(on))
                .map(Leave::officer)
                .collect(Collectors.toSet());
        Map<UUID, String> beatOf = then.stream()
                .filter(one -> one.rank() == Rank.MAIN && one.days().include(on))
                .collect(Collectors.toMap(BeatAssignment::officer, BeatAssignment::beatId, (a, b) -> a));
        List<Candidate> candidates = new ArrayList<>();
        for (StoredOfficer officer : roster.values()) {
            boolean could = !officer.id().equals(leaver.id())
                    && officer.servesOn(on)
                    && officer.particulars().role().countsAsOfficer()
                    && !away.contains(officer.id());
            if (could) {
                String own = beatOf.get(officer.id());
                BeatTerritory beat = own == null ? null : beats.get(own);
                List<String> shared = new ArrayList<>(officer.particulars().languages());
                shared.retainAll(leaver.particulars().languages());
                candidates.add(new Candidate(
                        Person.of(officer),
                        beat == null ? null : beat.name(),
                        beat == null ? null : beat.sectorName(),
                        beat != null && sectors.contains(beat.sectorId()),
                        shared));
            }
        }
        candidates.sort(Comparator.comparing((Candidate one) -> one.ownBeat() != null)
                .thenComparing(one -> !one.sameSector())
                .thenComparing(one -> one.officer().dutyName())
                .thenComparing(one -> one.officer().number()));
        return candidates;
    }

    /** Ends all that an officer does on a day, the first on which they no longer serve. */
    void leave(UUID id, LocalDate on, String reason, String by) {
        transactions.executeWithoutResult(status -> {
            repository.lock();
            StoredOfficer leaver = officers.get(id);
            if (leaver.leftOn() != null) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The officer leaves the service on " + leaver.leftOn() + " already.");
            }
            for (BeatAssignment one : repository.listOfOfficer(id)) {
                if (one.days().to().isAfter(on)) {
                    assignments.endWithin(one, on, reason, by);
                }
            }
            for (LiaisonAssignment one : liaisons.list()) {
                if (one.officer().equals(id) && one.days().to().isAfter(on)) {
                    liaisons.endWithin(one, on, reason, by);
                }
            }
            for (Leave leave : leaves.listFrom(on)) {
                if (leave.officer().equals(id)) {
                    leaves.end(leave.id(), on);
                }
            }
            leaves.dropSubstitute(id, on);
            officers.leave(id, on, !on.isAfter(assignments.today()), reason);
        });
    }
}
