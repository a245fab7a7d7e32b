package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.StoredPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which officer would go on where if a plan came into force, and whom that concerns. */
@RestController
@RequestMapping("/api/v1/plans/{id}/carry-over")
@AllowedTo(Permission.PLAN_PUBLISH)
class CarryOverController {
    private final PlansInForce plans;
    private final Officers officers;
    private final AssignmentRepository repository;
    private final Assignments assignments;
    private final StreetSource streets;

    CarryOverController(
            PlansInForce plans,
            Officers officers,
            AssignmentRepository repository,
            Assignments assignments,
            StreetSource streets) {
        this.plans = plans;
        this.officers = officers;
        this.repository = repository;
        this.assignments = assignments;
        this.streets = streets;
    }

    /** A decision whose consequences are asked for; {@code from} is when the plan would come into force, now when not given. */
    record StreetsRequest(@Nullable Instant from, @Nullable List<Choice> assignments) {}

    /** Where one officer would go on; null for nowhere. */
    record Choice(@Nullable UUID assignment, @Nullable String beat) {}

    private record State(UUID plan, List<BeatAssignment> continuing, List<NewPlan.Unit> units, CarryOver overlap) {}

    private State state(UUID plan, PublishedPlan before, LocalDate day) {
        List<NewPlan.Unit> units = plans.listUnits(plan);
        return new State(
                before.id(),
                repository.listContinuing(before.id(), day),
                units,
                CarryOver.of(plans.listBeats(before.id()), units));
    }

    private LocalDate day(@Nullable Instant from) {
        return from == null ? assignments.today() : assignments.dayOf(from);
    }

    private StoredPlan plan(UUID id) {
        return plans.findStored(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no plan " + id + "."));
    }

    @GetMapping
    @Operation(summary = "Proposes which officer goes on in which beat, by the residents that old and new beats share")
    CarryOverProposal propose(@PathVariable UUID id, @RequestParam @Nullable Instant from) {
        plan(id);
        List<CarryOverProposal.NewBeat> beats = plans.listBeats(id).stream()
                .map(beat -> new CarryOverProposal.NewBeat(beat.id(), beat.name(), beat.sectorId(), beat.residents()))
                .toList();
        Optional<PublishedPlan> inForce = plans.find();
        if (inForce.isEmpty()) {
            return CarryOverProposal.of("", List.of(), beats);
        }
        State state = state(id, inForce.get(), day(from));
        Set<String> withOfficer = state.continuing().stream()
                .filter(one -> one.rank() == Rank.MAIN)
                .map(BeatAssignment::beatId)
                .collect(Collectors.toSet());
        Map<String, String> newBeatOfOld = new HashMap<>();
        state.overlap().match(withOfficer).forEach((now, before) -> newBeatOfOld.put(before, now));
        Map<String, BeatTerritory> before =
                plans.listBeats(state.plan()).stream().collect(Collectors.toMap(BeatTerritory::id, beat -> beat));
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return CarryOverProposal.of(
                CarryOverWork.basis(state.plan(), state.continuing(), state.units()),
                state.continuing().stream()
                        .map(one -> item(one, state, newBeatOfOld, before, roster))
                        .toList(),
                beats);
    }

    private static CarryOverProposal.Item item(
            BeatAssignment one,
            State state,
            Map<String, String> newBeatOfOld,
            Map<String, BeatTerritory> before,
            Map<UUID, StoredOfficer> roster) {
        List<CarryOver.Overlap> after = state.overlap().after(one.beatId());
        String matched = newBeatOfOld.get(one.beatId());
        String most = after.isEmpty() ? null : after.get(0).now();
        String beat = matched != null || one.rank() == Rank.MAIN ? matched : most;
        BeatTerritory old = Objects.requireNonNull(before.get(one.beatId()), one.beatId());
        StoredOfficer officer = Objects.requireNonNull(roster.get(one.officer()));
        return new CarryOverProposal.Item(
                one.id(),
                one.officer(),
                officer.particulars().dutyName(),
                officer.particulars().number(),
                one.rank(),
                one.days().from(),
                one.days().end(),
                new CarryOverProposal.Before(old.id(), old.name(), old.residents()),
                beat,
                beat == null ? 0 : state.overlap().shared(one.beatId(), beat),
                after.stream()
                        .map(overlap -> new CarryOverProposal.Share(overlap.now(), overlap.residents()))
                        .toList());
    }

    @PostMapping("/streets")
    @Operation(summary = "Counts the residents whose officer changes under a decision, street by street")
    StreetSource.Report streets(@PathVariable UUID id, @RequestBody StreetsRequest request) {
        StoredPlan plan = plan(id);
        LocalDate day = day(request.from());
        Map<UUID, String> chosen = new HashMap<>();
        for (Choice choice : Optional.ofNullable(request.assignments()).orElse(List.of())) {
            UUID assignment = choice.assignment();
            String beat = choice.beat();
            if (assignment != null && beat != null) {
                chosen.put(assignment, beat);
            }
        }
        State state = state(id, plans.get(), day);
        Map<String, UUID> before = new HashMap<>();
        Map<String, UUID> after = new HashMap<>();
        for (BeatAssignment one : state.continuing()) {
            if (one.rank() == Rank.MAIN && one.days().include(day)) {
                before.put(one.beatId(), one.officer());
                String beat = chosen.get(one.id());
                if (beat != null) {
                    after.put(beat, one.officer());
                }
            }
        }
        List<StreetChanges.Unit> units = state.units().stream()
                .map(unit -> {
                    UUID had = state.overlap()
                            .beatBefore(unit.id())
                            .map(before::get)
                            .orElse(null);
                    boolean changing = !Objects.equals(had, after.get(unit.beatId()));
                    return new StreetChanges.Unit(unit.id(), unit.id(), unit.residents(), changing);
                })
                .toList();
        return streets.report(plan.unitsLayer(), units);
    }
}
