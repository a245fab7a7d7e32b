package org.copse.server.cli;

import java.nio.file.Path;
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
}
