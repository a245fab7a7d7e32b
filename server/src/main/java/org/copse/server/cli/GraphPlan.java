package org.copse.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.DistanceRounding;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.server.csv.CsvCell;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans an abstract graph, for benchmarks and for research: one sector, compact or with the fewest cut edges. */
final class GraphPlan {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GraphOptions options;
    private final Goal goal;
    private final Favour favour;
    private final int beats;

    /**
     * Checks the options against each other.
     *
     * @throws Usage naming the option and what it needs
     */
    GraphPlan(GraphOptions options, Goal goal) {
        this.options = options;
        this.goal = goal;
        this.favour = goal.graphFavour();
        if (options.beats == null || options.beats < 1) {
            throw new Usage("--graph needs --beats K, at least 1.");
        }
        this.beats = options.beats;
        if ((options.lower == null) != (options.upper == null)) {
            throw new Usage("--lower and --upper go together.");
        }
    }

    /** Returns whether every bound is kept. */
    boolean plan(ProgressLine progress, PrintWriter out, CancelSignal cancel) throws IOException {
        if (options.graph == null) {
            throw new IllegalStateException("asked for only with --graph");
        }
        GraphFiles files = new GraphFiles(options.graph);
        if (beats > files.units().size()) {
            throw new Usage(
                    "--beats is " + beats + ", but there are " + files.units().size() + " units.");
        }
        PlanningProblem problem = problem(files, inertia(options.graph));
        PlanningResult result = new Planner().propose(problem, Set.of(favour), goal.budget(), progress, cancel);
        progress.closeBar();
        Alternative alternative = result.first();
        try (OutFolder folder = new OutFolder(goal.out())) {
            writeAssignment(folder.draft().resolve("assignment.csv"), problem, alternative.plan());
            PlanFolder.writeJson(folder.draft().resolve("report.json"), report(problem, result));
            folder.keep();
        }
        out.printf(
                Locale.ROOT,
                "%s: %d beats from %d units; within %.2f %% of target; %d cut edges%n",
                ReportWriter.name(favour),
                beats,
                problem.unitCount(),
                alternative.measures().maxDeviation() * 100,
                alternative.measures().cutEdges());
        out.flush();
        return alternative.feasible();
    }

    private PlanningProblem problem(GraphFiles files, Inertia inertia) {
        try {
            Optional<Bounds> bounds = options.lower == null || options.upper == null
                    ? Optional.empty()
                    : Optional.of(new Bounds(options.lower, options.upper));
            return new GraphProblem(
                            files.units(),
                            files.graph(),
                            beats,
                            bounds,
                            goal.tolerance().beat(),
                            favour,
                            inertia)
                    .problem();
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
    }

    /** Published instances round distances, each kind in its own way, and their optima are comparable only so. */
    private Inertia inertia(Path folder) {
        Optional<DistanceRounding> rounding =
                options.distance == null ? published(folder) : Optional.of(asked(options.distance));
        boolean unit = options.inertia == null
                ? rounding.isPresent()
                : switch (options.inertia) {
                    case "mean" -> false;
                    case "unit" -> true;
                    default -> throw new Usage("--inertia is \"" + options.inertia + "\": give mean or unit.");
                };
        if (!unit && options.distance != null) {
            throw new Usage("--distance is about distances to a unit: leave it out with --inertia mean.");
        }
        return unit ? Inertia.aboutUnit(rounding.orElse(DistanceRounding.EXACT)) : Inertia.ABOUT_MEAN;
    }

    private static DistanceRounding asked(String distance) {
        for (DistanceRounding rounding : DistanceRounding.values()) {
            if (CompactnessBound.name(rounding).equals(distance)) {
                return rounding;
            }
        }
        throw new Usage("--distance is \"" + distance + "\": give exact, km or truncated.");
    }

    private static Optional<DistanceRounding> published(Path folder) {
        Path meta = folder.resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            return Optional.empty();
        }
        try {
            JsonNode level = JSON.readTree(meta.toFile()).path("level");
            return Optional.of(
                    level.asString("").equals("grid") ? DistanceRounding.TRUNCATED : DistanceRounding.WHOLE_KILOMETRES);
        } catch (JacksonException e) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE, meta.toString(), "this is no JSON", "Mend the file, or give --distance.");
        }
    }

    /**
     * What {@code report.json} says of a plan of a graph.
     *
     * @param inertia Σ weight · metres² about each beat's mean
     * @param inertiaAboutUnits the same about the best unit of each beat, exact distances; {@code bound} has it with the rounding asked for
     * @param longestWalkMetres between two units of one beat, from neighbour to neighbour
     * @param scoreOverTime the last point is the plan's own score
     */
    private record GraphReport(
            String favour,
            boolean feasible,
            int units,
            int beats,
            double targetWeight,
            double maxDeviation,
            double meanDeviation,
            double inertia,
            double inertiaAboutUnits,
            int cutEdges,
            double longestWalkMetres,
            double score,
            @Nullable CompactnessBound bound,
            List<PlanReport.Bound> violations,
            long seed,
            double elapsedSeconds,
            long iterations,
            boolean cancelled,
            List<Map<String, Double>> scoreOverTime,
            List<String> notes) {}

    private GraphReport report(PlanningProblem problem, PlanningResult result) {
        Alternative alternative = result.first();
        return new GraphReport(
                ReportWriter.name(favour),
                alternative.feasible(),
                problem.unitCount(),
                beats,
                problem.targetHours(),
                alternative.measures().maxDeviation(),
                alternative.measures().meanDeviation(),
                alternative.measures().inertiaAboutMeans(),
                alternative.measures().inertiaAboutUnits(),
                alternative.measures().cutEdges(),
                PlanTables.rounded(alternative.measures().longestWalkMetres()),
                PlanTables.rounded(alternative.score()),
                CompactnessBound.of(result, alternative),
                ReportWriter.bounds(alternative),
                result.seed(),
                result.elapsed().toMillis() / 1000.0,
                result.iterations(),
                result.cancelled(),
                ReportWriter.scoreOverTime(alternative),
                result.notes());
    }

    private static void writeAssignment(Path file, PlanningProblem problem, Plan plan) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("unit_id,beat_id\n");
            for (int u = 0; u < plan.unitCount(); u++) {
                csv.write(CsvCell.of(problem.unit(u).id()) + "," + PlanTables.label(plan.beatOf(u)) + "\n");
            }
        }
    }
}
