package org.copse.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.CriterionEffect;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictReport;
import org.copse.geoimport.district.Proposal;
import org.copse.geoimport.district.ProposalRequest;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.CancelSignal;
import org.copse.planning.Remedies;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Remedy;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.export.ProposalFolder;
import org.copse.server.export.ReportWriter;
import org.copse.server.graph.GraphPlan;
import org.copse.server.graph.GraphRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copse plan}: files in, a plan out, without a server. */
@Command(
        name = "plan",
        description = {
            "Proposes sectors and beats from files, without a server.",
            "DIR receives beats.geojson, sectors.geojson, assignment.csv, units.csv, report.json, weights.json and"
                    + " import-report.json."
        },
        customSynopsis = {
            "copse plan --units FILE [options] --out DIR",
            "       copse plan --graph DIR --beats K [options] --out DIR",
            "       copse plan --print-weights"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something went wrong that is nobody's input",
            "2:the command line asks for something that cannot be",
            "3:input refused: what, where and what to do are said, and nothing is written",
            "4:done, but a bound could not be met; it is named",
            "130:stopped by Ctrl-C; the best plan until then is written. A second Ctrl-C ends at once and writes"
                    + " nothing"
        },
        footer = {
            "",
            "Example: a city of 33 officers in 5 sectors",
            "  copse plan --units blocks.geojson --population POP --officers 33 --sectors 5 --out plan"
        })
final class PlanCommand implements Callable<Integer> {
    private static final int REFUSED = 3;
    private static final int BOUND_NOT_MET = 4;
    private static final int STOPPED = 130;

    @Mixin
    PlanFiles files = new PlanFiles();

    @Mixin
    PlanGoal options = new PlanGoal();

    @Mixin
    GraphOptions graph = new GraphOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final long beganNanos = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        try {
            if (options.printWeights) {
                return printWeights();
            }
            return graph.graph == null ? plan() : planGraph();
        } catch (Usage e) {
            throw new ParameterException(spec.commandLine(), e.reason(), e);
        } catch (ImportRefused e) {
            RefusalText.say(err(), e);
            return REFUSED;
        }
    }

    private int printWeights() {
        out().println(WeightsFile.write(Goal.profile(options).startingWeights()));
        out().flush();
        return 0;
    }

    private int planGraph() throws IOException {
        if (files.units != null) {
            throw new Usage("--graph and --units exclude each other: give one of them.");
        }
        GraphRequest request = graph.request(new Goal(options));
        GraphPlan graphPlan = graphPlan(request);
        try (StopPlanning stop = StopPlanning.listen()) {
            ProgressLine progress = ProgressLine.onStandardError(err());
            Alternative plan = graphPlan.plan(progress, stop.signal());
            progress.closeBar();
            out().printf(
                            Locale.ROOT,
                            "%s: %d beats from %d units; within %.2f %% of target; %d cut edges%n",
                            ReportWriter.name(request.favour()),
                            request.beats(),
                            graphPlan.unitCount(),
                            plan.measures().maxDeviation() * 100,
                            plan.measures().cutEdges());
            out().flush();
            return exit(stop.signal(), plan.feasible());
        }
    }

    private static GraphPlan graphPlan(GraphRequest request) {
        try {
            return new GraphPlan(request);
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
    }

    private int plan() throws IOException {
        if (graph.beats != null || graph.lower != null || graph.upper != null) {
            throw new Usage("--beats, --lower and --upper are for --graph: give --officers for a district.");
        }
        Goal goal = new Goal(options);
        goal.favour();
        try (StopPlanning stop = StopPlanning.listen()) {
            return exit(stop.signal(), plan(goal, stop.signal()));
        }
    }

    private int exit(CancelSignal cancel, boolean kept) {
        if (cancel.isCancelled()) {
            err().println("Stopped: this is the best plan until then.");
            err().flush();
            return STOPPED;
        }
        return kept ? 0 : BOUND_NOT_MET;
    }

    /** Returns whether every bound is kept. */
    private boolean plan(Goal goal, CancelSignal cancel) throws IOException {
        ProgressLine progress = ProgressLine.onStandardError(err());
        DistrictReader reader = new DistrictReader(files, progress::say);
        CategoryChoice categories = new CategoryChoice(files);
        WorkloadWeights given = goal.weights();
        District district = reader.read();
        WorkloadWeights weights = categories.on(district, given);
        EvidenceText.of(district, weights).forEach(out()::println);
        out().flush();
        if (options.dryRun) {
            return true;
        }
        double residents =
                district.evidence().stream().mapToDouble(u -> u.residents()).sum();
        Staffing staffing = goal.staffing(residents, district.size());
        Map<Integer, Integer> locks = reader.locks(district, staffing.officers());
        ProposalRequest request =
                new ProposalRequest(weights, staffing, goal.tolerance(), goal.favours(district), locks, goal.budget());
        Proposal proposal = Proposal.of(district, request, progress, cancel);
        progress.closeBar();
        Map<Favour, Remedy> remedies = Remedies.of(proposal.problem(), proposal.result(), goal.budget(), cancel);
        new ProposalFolder(district, proposal, goal.asked(beganNanos), remedies)
                .write(goal.out(), goal.wantsAll(), reader.reports());
        summarise(goal, district, proposal, remedies);
        return proposal.result().alternatives().stream().allMatch(Alternative::feasible);
    }

    private void summarise(Goal goal, District district, Proposal proposal, Map<Favour, Remedy> remedies) {
        for (Alternative alternative : proposal.result().alternatives()) {
            out().printf(
                            Locale.ROOT,
                            "%s: %d beats in %d sectors from %d units; hours within %.1f %% of target (mean %.1f %%);"
                                    + " load %.2f, %.1f officers needed%n",
                            ReportWriter.name(alternative.favour()),
                            alternative.plan().beatCount(),
                            alternative.plan().sectorCount(),
                            district.size(),
                            alternative.measures().maxDeviation() * 100,
                            alternative.measures().meanDeviation() * 100,
                            proposal.hours().load(alternative.plan().beatCount()),
                            proposal.hours().officersNeeded());
            for (Violation violation : alternative.violations()) {
                out().printf(
                                Locale.ROOT,
                                "  bound not met: %s at %s is %.3f, bound %.3f (%s)%n",
                                violation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                violation.where(),
                                violation.value(),
                                violation.bound(),
                                violation.why());
            }
            Optional.ofNullable(remedies.get(alternative.favour())).ifPresent(remedy -> out().println(
                            "  " + RemedyText.of(remedy, alternative.plan().beatCount())));
            proposal.criteria().getOrDefault(alternative.favour(), List.of()).forEach(effect -> out().println(
                            "  " + words(effect)));
        }
        long estimated = district.report().population().unitsEstimated().count();
        if (estimated > 0) {
            out().println(estimated + " units have estimated residents; see import-report.json");
        }
        DistrictReport.Population population = district.report().population();
        if (population.rowsWithoutUnit().count() > 0) {
            out().printf(
                            Locale.ROOT,
                            "%d rows with %.0f residents found no unit; %.0f residents are estimated for units without a figure%n",
                            population.rowsWithoutUnit().count(),
                            population.residentsWithoutUnit(),
                            population.estimated());
        }
        out().println("Written to " + goal.out());
        out().flush();
    }

    private static String words(CriterionEffect effect) {
        String without = "without " + effect.criterion().name().toLowerCase(Locale.ROOT) + ": ";
        return switch (effect.outcome()) {
            case SEEN ->
                String.format(
                        Locale.ROOT,
                        "%s%d units with %,.0f residents change beat (by chance %,.0f)",
                        without,
                        effect.unitsChanging(),
                        effect.residentsChanging(),
                        effect.residentsByChance());
            case WITHIN_CHANCE -> without + "no effect beyond chance";
            case NO_HOURS -> without + "nothing changes, as it makes no hours";
            case ALL_HOURS -> without + "nothing would be left to plan by";
            case NO_TIME -> without + "no time to tell";
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
