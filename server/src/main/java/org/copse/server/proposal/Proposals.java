package org.copse.server.proposal;

import java.util.List;
import java.util.UUID;
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

/** Hands out what was proposed for a scenario: the latest proposal counts. */
@Service
public class Proposals implements Planned {
    private final ScenarioRepository scenarios;
    private final ProposalRepository proposals;

    Proposals(ScenarioRepository scenarios, ProposalRepository proposals) {
        this.scenarios = scenarios;
        this.proposals = proposals;
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
     * Returns an alternative of the scenario's latest proposal.
     *
     * @param favour such as {@code balanced}; null for the first
     * @throws ProblemException when there is no such scenario, proposal or alternative
     */
    public Publishable getPlan(UUID scenarioId, @Nullable String favour) {
        Scenario scenario = scenario(scenarioId);
        UUID job = latestJob(scenarioId);
        String chosen = favour(job, favour);
        UUID units = scenario.layers().get(LayerRole.UNITS);
        if (units == null) {
            throw new IllegalStateException("A scenario without units was stored");
        }
        return new Publishable(
                scenarioId,
                scenario.name(),
                units,
                new ProposedPlan(
                        chosen,
                        proposals.listSectors(job, chosen),
                        proposals.listBeats(job, chosen),
                        proposals.listBeatOfUnit(job, chosen)),
                proposals.listUnits(job));
    }

    /** Returns what the alternatives of the scenario's latest proposal put first, in the engine's order; empty where there is none yet. */
    public List<String> listFavours(UUID scenarioId) {
        return proposals
                .findLatestJob(scenarioId)
                .map(job -> {
                    List<String> there = proposals.listFavours(job);
                    return Favours.keys().stream().filter(there::contains).toList();
                })
                .orElse(List.of());
    }

    String getDocument(UUID scenarioId) {
        scenario(scenarioId);
        return proposals.getDocument(latestJob(scenarioId));
    }

    List<ProposedPlan.Beat> listBeats(UUID scenarioId, @Nullable String favour) {
        scenario(scenarioId);
        UUID job = latestJob(scenarioId);
        return proposals.listBeats(job, favour(job, favour));
    }

    List<ProposedPlan.Sector> listSectors(UUID scenarioId, @Nullable String favour) {
        scenario(scenarioId);
        UUID job = latestJob(scenarioId);
        return proposals.listSectors(job, favour(job, favour));
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
