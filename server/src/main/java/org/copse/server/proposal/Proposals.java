package org.copse.server.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.copse.server.scenario.Favours;
import org.copse.server.scenario.LayerRole;
import org.copse.server.scenario.Planned;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands out what was proposed for a scenario: the latest proposal counts. */
@Service
public class Proposals implements Planned {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScenarioRepository scenarios;
    private final ProposalRepository proposals;

    private final DrawnPlans drawn;

    Proposals(ScenarioRepository scenarios, ProposalRepository proposals, DrawnPlans drawn) {
        this.scenarios = scenarios;
        this.proposals = proposals;
        this.drawn = drawn;
    }

    /**
     * A scenario's plan to be published.
     *
     * @param unitsLayer the layer of its units
     * @param units in the order of {@link ProposedPlan#beatOfUnit}
     */
    public record Publishable(
            UUID scenario, String name, UUID unitsLayer, ProposedPlan plan, List<ProposedPlan.Unit> units) {}

    /**
     * Returns an alternative of the scenario's latest proposal, or its plan drawn by hand ({@link DrawnPlans}).
     *
     * @param favour such as {@code balanced} or {@code drawn-12}; null for the first
     * @throws ProblemException when there is no such scenario, proposal or alternative, or units of a drawn plan have no beat
     */
    public Publishable getPlan(UUID scenarioId, @Nullable String favour) {
        Scenario scenario = scenario(scenarioId);
        if (favour != null && DrawnPlans.Name.is(favour)) {
            DrawnPlans.Drawn plan = drawn(scenarioId, favour);
            requireWhole(plan);
            return publishable(scenario, plan.plan(), plan.units());
        }
        UUID job = latestJob(scenarioId);
        String chosen = favour(job, favour);
        return publishable(
                scenario,
                new ProposedPlan(
                        chosen,
                        proposals.listSectors(job, chosen),
                        proposals.listBeats(job, chosen),
                        proposals.listBeatOfUnit(job, chosen)),
                proposals.listUnits(job));
    }

    private static Publishable publishable(Scenario scenario, ProposedPlan plan, List<ProposedPlan.Unit> planned) {
        UUID units = scenario.layers().get(LayerRole.UNITS);
        if (units == null) {
            throw new IllegalStateException("A scenario without units was stored");
        }
        return new Publishable(scenario.id(), scenario.name(), units, plan, planned);
    }

    /**
     * Returns what the alternatives of the scenario's latest proposal put first, in the engine's order, and after them its plan drawn by hand; empty
     * where there is neither.
     */
    public List<String> listFavours(UUID scenarioId) {
        List<String> there =
                proposals.findLatestJob(scenarioId).map(proposals::listFavours).orElse(List.of());
        return Stream.concat(
                        Favours.keys().stream().filter(there::contains),
                        drawn.findRevision(scenarioId).stream().mapToObj(DrawnPlans.Name::of))
                .toList();
    }

    private DrawnPlans.Drawn drawn(UUID scenario, String favour) {
        return drawn.findDrawn(scenario, DrawnPlans.Name.revision(favour))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.SCENARIO_NOT_READY,
                        "The scenario has no plan drawn by hand under " + favour + "."));
    }

    private static void requireWhole(DrawnPlans.Drawn plan) {
        if (plan.unassigned() > 0) {
            throw new ProblemException(
                    ProblemType.SCENARIO_NOT_READY,
                    plan.unassigned() + " units of the plan have no beat. Give each unit one and save.");
        }
        if (!plan.empty().isEmpty()) {
            throw new ProblemException(
                    ProblemType.SCENARIO_NOT_READY,
                    "Beats without a unit: " + String.join(", ", plan.empty())
                            + ". Give them units or remove them, and save.");
        }
    }

    /** A stretch of the boundary between two beats, and what holds it; {@code term} is null unless a term of the plan does. */
    public record Stretch(String beat, String otherBeat, String cause, @Nullable String term, double kilometres) {}

    /** Returns why boundaries of an alternative, or of the plan drawn by hand, run where they do, the longest stretches first. */
    public List<Stretch> listBoundaries(UUID scenarioId, String favour) {
        if (DrawnPlans.Name.is(favour)) {
            return drawn.listBoundaries(scenarioId, DrawnPlans.Name.revision(favour));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (JsonNode alternative : JSON.readTree(getDocument(scenarioId)).path("alternatives")) {
            if (alternative.path("favour").asString("").equals(favour)) {
                for (JsonNode one : alternative.path("boundaries")) {
                    stretches.add(new Stretch(
                            one.path("beats").path(0).asString(""),
                            one.path("beats").path(1).asString(""),
                            one.path("cause").asString(""),
                            one.path("term").isString() ? one.path("term").asString() : null,
                            one.path("kilometres").asDouble()));
                }
            }
        }
        return stretches;
    }

    String getDocument(UUID scenarioId) {
        scenario(scenarioId);
        return proposals.getDocument(latestJob(scenarioId));
    }

    List<ProposedPlan.Beat> listBeats(UUID scenarioId, @Nullable String favour) {
        scenario(scenarioId);
        if (favour != null && DrawnPlans.Name.is(favour)) {
            return drawn(scenarioId, favour).plan().beats();
        }
        UUID job = latestJob(scenarioId);
        return proposals.listBeats(job, favour(job, favour));
    }

    List<ProposedPlan.Sector> listSectors(UUID scenarioId, @Nullable String favour) {
        scenario(scenarioId);
        if (favour != null && DrawnPlans.Name.is(favour)) {
            return drawn(scenarioId, favour).plan().sectors();
        }
        UUID job = latestJob(scenarioId);
        return proposals.listSectors(job, favour(job, favour));
    }

    @Override
    public OptionalInt findRevision(UUID scenario) {
        return drawn.findRevision(scenario);
    }

    @Override
    public boolean hasProposal(UUID scenarioId) {
        return proposals.findLatestJob(scenarioId).isPresent();
    }

    private Scenario scenario(UUID id) {
        return scenarios
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + "."));
    }

    private UUID latestJob(UUID scenario) {
        return proposals
                .findLatestJob(scenario)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.SCENARIO_NOT_READY, "No job of this scenario has brought a proposal yet."));
    }

    /** Returns the favour asked for, or the first in the engine's order. */
    private String favour(UUID job, @Nullable String asked) {
        List<String> there = proposals.listFavours(job);
        if (asked == null) {
            return Favours.keys().stream().filter(there::contains).findFirst().orElseThrow();
        }
        if (!there.contains(asked)) {
            throw FieldErrors.of("favour", "must be one of " + there + ", not " + asked);
        }
        return asked;
    }
}
