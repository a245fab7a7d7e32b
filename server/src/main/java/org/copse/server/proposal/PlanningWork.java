package org.copse.server.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.Proposal;
import org.copse.geoimport.district.ProposalRequest;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Progress;
import org.copse.planning.Remedies;
import org.copse.planning.plan.Remedy;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.job.JobControl;
import org.copse.server.job.JobWork;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.scenario.Settings;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans a scenario: joins its layers, searches, asks what each criterion does, and gives the plans their land. */
@Component
class PlanningWork implements JobWork {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScenarioRepository scenarios;
    private final Districts districts;
    private final ProposalRepository proposals;

    PlanningWork(ScenarioRepository scenarios, Districts districts, ProposalRepository proposals) {
        this.scenarios = scenarios;
        this.districts = districts;
        this.proposals = proposals;
    }

    @Override
    public End run(UUID job, UUID scenarioId, JobControl control) {
        Scenario scenario = scenarios
                .find(scenarioId)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + scenarioId + "."));
        CancelSignal cancel = new CancelSignal();
        control.onCancel(cancel::cancel);
        try {
            Stage.JOINING.report(control, 0, OptionalDouble.empty());
            District district = districts.of(scenario);
            Proposal proposal =
                    Proposal.of(district, request(scenario.settings(), district), p -> report(control, p), cancel);
            Stage.DRAWING.report(
                    control, 0, OptionalDouble.of(proposal.result().first().score()));
            List<ProposedPlan> plans = proposal.result().alternatives().stream()
                    .map(alternative -> PlanOnTheGround.of(district, alternative))
                    .toList();
            Map<Favour, Remedy> remedies =
                    Remedies.of(proposal.problem(), proposal.result(), budget(scenario.settings()), cancel);
            String document = JSON.writeValueAsString(new ProposalReport(district, proposal, remedies).document());
            List<ProposedPlan.Unit> units = PlanOnTheGround.units(district);
            return new End(
                    control.isCancelled(),
                    control.isCancelled() ? "Cancelled; the best plans until then are kept." : null,
                    () -> proposals.insert(job, scenarioId, document, units, plans));
        } catch (ImportRefused e) {
            throw new ProblemException(
                    ProblemType.IMPORT_REFUSED,
                    e.what(),
                    Map.of("code", e.code(), "where", e.where(), "whatToDo", e.whatToDo()));
        }
    }

    private static ProposalRequest request(Settings settings, District district) {
        double residents = district.evidence().stream()
                .mapToDouble(UnitEvidence::residents)
                .sum();
        try {
            return new ProposalRequest(
                    settings.workloadWeights(),
                    settings.staffing(residents, district.size()),
                    Tolerance.ofBeats(settings.tolerance()),
                    settings.favours(district.hasCommunities(), district.hasInForce()),
                    Map.of(),
                    budget(settings));
        } catch (IllegalArgumentException e) {
            // Officers that come from the profile are known only here, so their teams could not be checked before.
            throw new ProblemException(ProblemType.VALIDATION, String.valueOf(e.getMessage()));
        }
    }

    private static Budget budget(Settings settings) {
        return Budget.time(Duration.ofSeconds(settings.budgetSeconds()), settings.seed());
    }

    private static void report(JobControl control, Progress progress) {
        Stage.of(progress.phase()).report(control, progress.fraction(), progress.bestScore());
    }

    /** The stages of a job, with the share of its time that each begins and ends at. */
    private enum Stage {
        JOINING("joining", 0, 0.1),
        SEARCHING("searching", 0.1, 0.5),
        TWIN("without-mix", 0.5, 0.8),
        CRITERIA("criteria", 0.8, 0.95),
        DRAWING("drawing", 0.95, 1);

        private final String code;
        private final double from;
        private final double to;

        Stage(String code, double from, double to) {
            this.code = code;
            this.from = from;
            this.to = to;
        }

        /** Returns the stage of a phase of the engine, whose words for the rounds of its search are many. */
        static Stage of(String phase) {
            return switch (phase) {
                case "without the mix" -> TWIN;
                case "what each criterion does" -> CRITERIA;
                default -> SEARCHING;
            };
        }

        void report(JobControl control, double fraction, OptionalDouble best) {
            double share = Math.max(0, Math.min(1, fraction));
            control.report(code, from + share * (to - from), best);
        }
    }
}
