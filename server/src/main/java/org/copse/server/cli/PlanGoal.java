package org.copse.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code copse plan} that say what is wanted. */
final class PlanGoal {
    @Option(
            names = "--profile",
            paramLabel = "N",
            description = {
                "Norm profile: residents per officer. It sets the number of officers where --officers does not, and the"
                        + " starting minutes per contact. 4000 when not given; 3000, 7000 and 1000 have a source too.",
                "Example: --profile 3000"
            })
    int profile = 4_000;

    @Option(
            names = "--officers",
            paramLabel = "K",
            description = {"Resident officers, one for each beat. Example: --officers 40"})
    @Nullable
    Integer officers;

    @Option(
            names = "--sectors",
            paramLabel = "S",
            description = {"Sectors, of teams as even as possible. Example: --sectors 6"})
    @Nullable
    Integer sectors;

    @Option(
            names = "--team-size",
            paramLabel = "MIN-MAX",
            description = {
                "Officers of a sector's team, instead of a number of sectors. 5-9 when neither is given.",
                "Example: --team-size 5-9"
            })
    @Nullable
    String teamSize;

    @Option(
            names = "--weights",
            paramLabel = "FILE.json",
            description = {
                "Minutes of the workload, each with a reason and an author. What the file leaves out keeps its starting value.",
                "Example: --weights weights.json"
            })
    @Nullable
    Path weights;

    @Option(
            names = "--print-weights",
            description = {
                "Writes the starting weights to the standard output and does nothing else.",
                "Example: copse plan --print-weights > weights.json"
            })
    boolean printWeights;

    @Option(
            names = "--dry-run",
            description = {
                "Reads and joins the files and says what a plan would rest on: which incidents count, over which days, which"
                        + " land stays outside. Plans and writes nothing. Example: --dry-run"
            })
    boolean dryRun;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = {
                "How far the hours of a beat may be from their target, as a share. 0.15 when not given.",
                "Example: --tolerance 0.10"
            })
    double tolerance = 0.15;

    @Option(
            names = "--favour",
            paramLabel = "WHAT",
            description = {
                "What the plan puts first: balanced, compact, communities (needs neighbourhoods), least-change (needs"
                        + " --in-force), or all of these that have their data, each in a folder of its own. balanced when not"
                        + " given. With --graph: compact or cut.",
                "Example: --favour all"
            })
    @Nullable
    String favour;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = {
                "Where chance begins: the same seed and --iterations give the same plan. 1 when not given.",
                "Example: --seed 7"
            })
    long seed = 1;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = {
                "How long to search, for all alternatives together: 500ms, 10s, 2m. 10s when not given. What each criterion"
                        + " does, and the plan without the mix, take half as long again at most; where bounds are missed, looking"
                        + " for what would help takes as long again, 12s at most. Example: --budget 30s"
            })
    @Nullable
    String budget;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = {"How many moves to try, instead of a time. Example: --iterations 2000000"})
    @Nullable
    Long iterations;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = {"Threads to search with. Two where there are two cores, when not given. Example: --threads 1"
            })
    @Nullable
    Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Folder for the results; it is made. What an earlier plan wrote there is replaced. Example: --out plan"
            })
    @Nullable
    Path out;
}
