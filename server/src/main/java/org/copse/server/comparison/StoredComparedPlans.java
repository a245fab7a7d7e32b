package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.copse.geoimport.district.District;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.server.proposal.DrawnPlans;
import org.copse.server.proposal.Proposals;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.scenario.Favours;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored plans as plans of a district's units. */
@Component
public class StoredComparedPlans {
    private static final int NAMED = 5;

    private final ScenarioRepository scenarios;
    private final Proposals proposals;
    private final PlansInForce published;

    StoredComparedPlans(ScenarioRepository scenarios, Proposals proposals, PlansInForce published) {
        this.scenarios = scenarios;
        this.proposals = proposals;
        this.published = published;
    }

    private record Beat(String id, String sector, String name) {}

    /** Returns an alternative of a scenario's latest proposal. */
    ComparedPlan alternative(String field, District district, UUID scenario, @Nullable String favour) {
        Proposals.Publishable proposed = proposals.getPlan(scenario, favour);
        ProposedPlan plan = proposed.plan();
        Map<String, String> beatOfUnit = new HashMap<>();
        for (int u = 0; u < proposed.units().size(); u++) {
            beatOfUnit.put(proposed.units().get(u).id(), plan.beatOfUnit().get(u));
        }
        long seed = scenarios.find(scenario).map(s -> s.settings().seed()).orElse(0L);
        return plan(
                field,
                district,
                proposed.name(),
                variant(plan.favour()),
                plan.beats().stream()
                        .map(beat -> new Beat(beat.id(), beat.sectorId(), beat.name()))
                        .toList(),
                beatOfUnit,
                Favours.findByKey(plan.favour()).orElse(Favour.BALANCED),
                seed);
    }

    /** Returns what a plan is called beside its scenario: what it favours, or that it was drawn by hand. */
    static String variant(String favour) {
        return DrawnPlans.Name.is(favour) ? "drawn" : favour;
    }

    /**
     * Returns a published plan.
     *
     * @param field that a message names where the plan has other units than the district
     */
    public ComparedPlan published(String field, District district, UUID id) {
        PublishedPlan plan = published.find(id).orElseThrow();
        Map<String, String> beatOfUnit = new HashMap<>();
        for (NewPlan.Unit unit : published.listUnits(id)) {
            beatOfUnit.put(unit.id(), unit.beatId());
        }
        List<Beat> beats = new ArrayList<>();
        for (BeatTerritory beat : published.listBeats(id)) {
            beats.add(new Beat(beat.id(), beat.sectorId(), beat.name()));
        }
        return plan(field, district, plan.name(), variants().apply(id), beats, beatOfUnit, Favour.BALANCED, 0);
    }

    /** Returns what became of each published plan by now: {@code in-force}, {@code ahead} where it is to come into force, or {@code past}. */
    Function<UUID, String> variants() {
        Map<UUID, String> variants = new HashMap<>();
        published.findAhead().ifPresent(term -> variants.put(term.plan().id(), "ahead"));
        published.find().ifPresent(plan -> variants.put(plan.id(), "in-force"));
        return id -> variants.getOrDefault(id, "past");
    }

    private static ComparedPlan plan(
            String field,
            District district,
            String name,
            String variant,
            List<Beat> beats,
            Map<String, String> beatOfUnit,
            Favour favour,
            long seed) {
        requireSameUnits(field, district, name, beatOfUnit);
        Map<String, Integer> numberOfBeat = new LinkedHashMap<>();
        Map<String, Integer> numberOfSector = new LinkedHashMap<>();
        int[] sectorOfBeat = new int[beats.size()];
        for (Beat beat : beats) {
            Integer sector = numberOfSector.computeIfAbsent(beat.sector(), id -> numberOfSector.size());
            sectorOfBeat[numberOfBeat.size()] = sector;
            numberOfBeat.put(beat.id(), numberOfBeat.size());
        }
        int[] perUnit = new int[district.size()];
        for (int u = 0; u < perUnit.length; u++) {
            Integer beat = numberOfBeat.get(beatOfUnit.get(district.feature(u).id()));
            if (beat == null) {
                throw new IllegalStateException("unit " + district.feature(u).id() + " is in no beat of " + name);
            }
            perUnit[u] = beat;
        }
        return new ComparedPlan(
                name,
                variant,
                Plan.of(perUnit, sectorOfBeat),
                beats.stream().map(Beat::id).toList(),
                beats.stream().map(Beat::name).toList(),
                favour,
                seed);
    }

    private static void requireSameUnits(String field, District district, String name, Map<String, String> beatOfUnit) {
        TreeSet<String> onlyHere = new TreeSet<>(beatOfUnit.keySet());
        TreeSet<String> onlyThere = new TreeSet<>();
        for (int u = 0; u < district.size(); u++) {
            String id = district.feature(u).id();
            if (!onlyHere.remove(id)) {
                onlyThere.add(id);
            }
        }
        if (!onlyHere.isEmpty() || !onlyThere.isEmpty()) {
            throw FieldErrors.of(
                    field,
                    "\"" + name + "\" has other units than the scenario that all are measured by: " + onlyHere.size()
                            + " only in this plan" + some(onlyHere) + ", " + onlyThere.size() + " only in the scenario"
                            + some(onlyThere) + ". Compare plans of the same layer of units");
        }
    }

    private static String some(Set<String> ids) {
        return ids.isEmpty()
                ? ""
                : " (" + String.join(", ", ids.stream().limit(NAMED).toList()) + (ids.size() > NAMED ? ", …" : "")
                        + ")";
    }
}
