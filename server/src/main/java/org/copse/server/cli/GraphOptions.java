package org.copse.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.DistanceRounding;
import org.copse.planning.problem.Inertia;
import org.copse.server.export.CompactnessBound;
import org.copse.server.graph.GraphFiles;
import org.copse.server.graph.GraphRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code copse plan} for abstract graphs: no map, no workload, only numbers and neighbours. */
final class GraphOptions {
    @Option(
            names = "--graph",
            paramLabel = "DIR",
            description = {
                "Instead of files of a district: a folder with units.csv (id, pop or workload, x and y or x_m and y_m in metres)"
                        + " and edges.csv (a, b and, where known, shared metres).",
                "Example: --graph instances/vor200 --beats 25 --favour compact --out plan"
            })
    @Nullable
    Path graph;

    @Option(
            names = "--beats",
            paramLabel = "K",
            description = {"With --graph: number of beats. Example: --beats 25"})
    @Nullable
    Integer beats;

    @Option(
            names = "--lower",
            paramLabel = "L",
            description = {"With --graph: least weight of a beat, with --upper. Example: --lower 900 --upper 1100"})
    @Nullable
    Double lower;

    @Option(
            names = "--upper",
            paramLabel = "U",
            description = {"With --graph: most weight of a beat, with --lower. Example: --lower 900 --upper 1100"})
    @Nullable
    Double upper;

    @Option(
            names = "--inertia",
            paramLabel = "HOW",
            description = {
                "With --graph: how the moment of inertia is taken: mean (about each beat's mean) or unit (about its best unit, which"
                        + " is what published optima and the proven bound are about). When not given: unit where --distance or"
                        + " meta.json in DIR says how distances are rounded, else mean.",
                "Example: --inertia unit"
            })
    @Nullable
    String inertia;

    @Option(
            names = "--distance",
            paramLabel = "HOW",
            description = {
                "With --graph: how distances to a unit count before they are squared: exact, km (rounded to whole kilometres, as"
                        + " published census instances have it) or truncated (to whole metres, as published grids have it). When not"
                        + " given, meta.json in DIR decides: truncated where its level is grid, else km; exact without it.",
                "Example: --distance truncated"
            })
    @Nullable
    String distance;

    /**
     * Returns what the options ask for.
     *
     * @throws Usage naming the option and what it needs
     */
    GraphRequest request(Goal goal) {
        if (graph == null) {
            throw new IllegalStateException("asked for only with --graph");
        }
        if (beats == null || beats < 1) {
            throw new Usage("--graph needs --beats K, at least 1.");
        }
        if ((lower == null) != (upper == null)) {
            throw new Usage("--lower and --upper go together.");
        }
        try {
            return new GraphRequest(
                    graph,
                    beats,
                    lower == null || upper == null ? Optional.empty() : Optional.of(new Bounds(lower, upper)),
                    goal.tolerance().beat(),
                    goal.graphFavour(),
                    inertia(graph),
                    goal.budget(),
                    goal.out());
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
    }

    /** Published instances round distances, each kind in its own way, and their optima are comparable only so. */
    private Inertia inertia(Path folder) {
        Optional<DistanceRounding> rounding =
                distance == null ? GraphFiles.publishedRounding(folder) : Optional.of(asked(distance));
        boolean unit = inertia == null
                ? rounding.isPresent()
                : switch (inertia) {
                    case "mean" -> false;
                    case "unit" -> true;
                    default -> throw new Usage("--inertia is \"" + inertia + "\": give mean or unit.");
                };
        if (!unit && distance != null) {
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
}
