package org.copse.server.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.PlanningProblem;
import org.copse.server.csv.CsvCell;
import org.copse.server.export.CompactnessBound;
import org.copse.server.export.OutFolder;
import org.copse.server.export.PlanFolder;
import org.copse.server.export.PlanReport;
import org.copse.server.export.PlanTables;
import org.copse.server.export.ReportWriter;
import org.jspecify.annotations.Nullable;

/** Plans an abstract graph, for benchmarks and for research: one sector, compact or with the fewest cut edges. */
public final class GraphPlan {
    private final GraphRequest request;
    private final PlanningProblem problem;

    /**
     * Reads the graph.
     *
     * @throws org.copse.geoimport.ImportRefused naming file, row and value when the folder holds no graph
     * @throws IllegalArgumentException when the graph cannot have what is asked for
     */
    public GraphPlan(GraphRequest request) {
        this.request = request;
        GraphFiles files = new GraphFiles(request.folder());
        if (request.beats() > files.units().size()) {
            throw new IllegalArgumentException("--beats is " + request.beats() + ", but there are "
                    + files.units().size() + " units");
        }
        this.problem = new GraphProblem(
                        files.units(),
                        files.graph(),
                        request.beats(),
                        request.bounds(),
                        request.tolerance(),
                        request.favour(),
                        request.inertia())
                .problem();
    }

    /** Returns the number of units. */
    public int unitCount() {
        return problem.unitCount();
    }

    /** Searches, and writes {@code assignment.csv} and {@code report.json}. Returns the plan. */
    public Alternative plan(PlanningListener listener, CancelSignal cancel) throws IOException {
        PlanningResult result =
                new Planner().propose(problem, Set.of(request.favour()), request.budget(), listener, cancel);
        try (OutFolder folder = new OutFolder(request.out())) {
            writeAssignment(
                    folder.draft().resolve("assignment.csv"), result.first().plan());
            PlanFolder.writeJson(folder.draft().resolve("report.json"), report(result));
            folder.keep();
        }
        return result.first();
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
            List<Note> notes) {}

    private GraphReport report(PlanningResult result) {
        Alternative alternative = result.first();
        return new GraphReport(
                ReportWriter.name(request.favour()),
                alternative.feasible(),
                problem.unitCount(),
                request.beats(),
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

    private void writeAssignment(Path file, Plan plan) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("unit_id,beat_id\n");
            for (int u = 0; u < plan.unitCount(); u++) {
                csv.write(CsvCell.of(problem.unit(u).id()) + "," + PlanTables.label(plan.beatOf(u)) + "\n");
            }
        }
    }
}
