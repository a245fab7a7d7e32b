package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.copse.server.proposal.Proposals;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which officer would go on where if a proposal were published, and whom that concerns. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/carry-over")
@AllowedTo(Permission.PLAN_PUBLISH)
class CarryOverController {
    private final Proposals proposals;
    private final PlansInForce plans;
    private final Officers officers;
    private final AssignmentRepository repository;
    private final Assignments assignments;
    private final StreetSource streets;

    CarryOverController(
            Proposals proposals,
            PlansInForce plans,
            Officers officers,
            AssignmentRepository repository,
            Assignments assignments,
            StreetSource streets) {
        this.proposals = proposals;
        this.plans = plans;
        this.officers = officers;
        this.repository = repository;
        this.assignments = assignments;
        this.streets = streets;
    }

    /** A decision whose consequences are asked for. */
    record StreetsRequest(@Nullable String favour, @Nullable List<Choice> assignments) {}

    /** Where one officer would go on; null for nowhere. */
    record Choice(@Nullable UUID assignment, @Nullable String beat) {}

    private record State(UUID plan, List<BeatAssignment> continuing, List<NewPlan.Unit> units, CarryOver overlap) {}

    private State state(Proposals.Publishable proposed, PublishedPlan before) {
        List<NewPlan.Unit> units = new ArrayList<>();
        for (ProposedPlan.Unit unit : proposed.units()) {
            units.add(new NewPlan.Unit(
                    unit.id(),
                    proposed.plan().beatOfUnit().get(units.size()),
                    unit.residents(),
                    new NewPlan.Position(unit.lon(), unit.lat())));
        }
        return new State(
                before.id(),
                repository.listContinuing(before.id(), assignments.today()),
                units,
                CarryOver.of(plans.listBeats(before.id()), units));
    }

    @GetMapping
    @Operation(summary = "Proposes which officer goes on in which beat, by the residents that old and new beats share")
    CarryOverProposal propose(@PathVariable UUID id, @RequestParam @Nullable String favour) {
        Proposals.Publishable proposed = proposals.getPlan(id, favour);
        List<CarryOverProposal.NewBeat> beats = proposed.plan().beats().stream()
                .map(beat -> new CarryOverProposal.NewBeat(beat.id(), beat.name(), beat.sectorId(), beat.residents()))
                .toList();
        Optional<PublishedPlan> inForce = plans.find();
        if (inForce.isEmpty()) {
            return CarryOverProposal.of("", List.of(), beats);
        }
        State state = state(proposed, inForce.get());
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
        Proposals.Publishable proposed = proposals.getPlan(id, request.favour());
        Map<UUID, String> chosen = new HashMap<>();
        for (Choice choice : Optional.ofNullable(request.assignments()).orElse(List.of())) {
            UUID assignment = choice.assignment();
            String beat = choice.beat();
            if (assignment != null && beat != null) {
                chosen.put(assignment, beat);
            }
        }
        State state = state(proposed, plans.get());
        Map<String, UUID> before = new HashMap<>();
        Map<String, UUID> after = new HashMap<>();
        LocalDate today = assignments.today();
        for (BeatAssignment one : state.continuing()) {
            if (one.rank() == Rank.MAIN && one.days().include(today)) {
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
        return streets.report(proposed.unitsLayer(), units);
    }
}
