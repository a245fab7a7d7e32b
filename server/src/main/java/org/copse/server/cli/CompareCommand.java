package org.copse.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.comparison.ComparedPlan;
import org.copse.server.comparison.Comparison;
import org.copse.server.comparison.ComparisonDocument;
import org.copse.server.comparison.ComparisonSheet;
import org.copse.server.comparison.Ruler;
import org.copse.server.export.OutFolder;
import org.copse.server.export.PlanFolder;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copse compare}: plans beside each other, without a server. */
@Command(
        name = "compare",
        description = {
            "Compares two to five plans of the same units: measures, who changes beat, who gets what.",
            "DIR receives comparison.json, comparison.geojson and comparison.pdf."
        },
        customSynopsis = {"copse compare --units FILE [options] [--out DIR] PLAN PLAN…"},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something went wrong that is nobody's input",
            "2:the command line asks for something that cannot be",
            "3:input refused: what, where and what to do are said, and nothing is written"
        },
        footer = {
            "",
            "Example: a new plan beside an old one",
            "  copse compare --units blocks.geojson --population POP --out beside old new"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int REFUSED = 3;
    private static final List<String> OURS = List.of("comparison.json", "comparison.geojson", "comparison.pdf");

    @Mixin
    PlanFiles files = new PlanFiles();

    @Option(
            names = "--weights",
            paramLabel = "FILE.json",
            description = {
                "Minutes of the workload that all plans are measured by. The weights.json beside the first plan when not given."
            })
    @Nullable
    Path weights;

    @Option(
            names = "--profile",
            paramLabel = "N",
            description = {"Norm profile whose starting weights fill what is left out. 4000 when not given."})
    int profile = 4_000;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = {"Share of the target that a beat's hours may be off. 0.15 when not given."})
    double tolerance = 0.15;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = {"With which each plan's twin without the mix is looked for. 1 when not given."})
    long seed = 1;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = {"Language of comparison.pdf: en, nl, fr, de or ar. en when not given."})
    String lang = "en";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"Folder for the results. The standard output has the table in any case."})
    @Nullable
    Path out;

    @Parameters(
            paramLabel = "PLAN",
            description = {
                "Folders that copse plan wrote, or tables with unit_id, beat_id and sector_id. The others are compared with the first."
            })
    List<Path> plans = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            compare();
            return 0;
        } catch (Usage e) {
            throw new ParameterException(spec.commandLine(), e.reason(), e);
        } catch (ImportRefused e) {
            RefusalText.say(spec.commandLine().getErr(), e);
            return REFUSED;
        }
    }

    private void compare() throws IOException {
        Language language = Language.ofCode(lang)
                .orElseThrow(() -> new Usage("--lang is \"" + lang + "\": give en, nl, fr, de or ar."));
        if (plans.size() < Comparison.FEWEST || plans.size() > Comparison.MOST) {
            throw new Usage(
                    "There are " + plans.size() + " plans: give " + Comparison.FEWEST + " to " + Comparison.MOST + ".");
        }
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new Usage("--tolerance is " + tolerance + ": give a share over 0, at most 1, such as 0.15.");
        }
        if (profile < 1 || profile > 1_000_000) {
            throw new Usage("--profile is " + profile + ": give residents per officer, 1 to 1000000.");
        }
        if (out != null && Files.isRegularFile(out)) {
            throw new Usage("--out " + out + " is a file: name a folder.");
        }
        ProgressLine progress = ProgressLine.onStandardError(spec.commandLine().getErr());
        CategoryChoice categories = new CategoryChoice(files);
        District district = new DistrictReader(files, progress::say).read();
        Ruler ruler = new Ruler(
                weightsFile() == null ? "starting weights" : String.valueOf(weightsFile()),
                district,
                categories.on(district, weights()),
                Tolerance.ofBeats(tolerance));
        List<ComparedPlan> compared = plans.stream()
                .map(plan -> AssignmentFile.read(plan, district, seed))
                .toList();
        Comparison comparison = new Comparison(ruler, compared);
        ComparisonDocument document = comparison.document(true);
        progress.closeBar();
        say(document);
        if (out != null) {
            write(out, comparison, document, language);
        }
    }

    private @Nullable Path weightsFile() {
        Path beside = AssignmentFile.weightsBeside(plans.get(0));
        return weights != null ? weights : Files.exists(beside) ? beside : null;
    }

    private WorkloadWeights weights() {
        WorkloadWeights starting = NormProfile.of(profile).startingWeights();
        Path file = weightsFile();
        return file == null ? starting : WeightsFile.read(file, starting);
    }

    private void say(ComparisonDocument document) {
        PrintWriter lines = spec.commandLine().getOut();
        for (ComparisonDocument.ChangeView change : document.changes()) {
            lines.printf(
                    Locale.ROOT,
                    "%s: %,.0f residents (%.1f %%) in %d units get another beat than in %s%n",
                    document.plans().get(change.plan()).name(),
                    change.residents(),
                    change.share() * 100,
                    change.units(),
                    document.plans().get(0).name());
        }
        for (ComparisonDocument.MeasureView row : document.measures()) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", row.key()));
            for (int plan = 0; plan < row.values().size(); plan++) {
                String verdict = row.verdicts().get(plan);
                line.append(String.format(
                        Locale.ROOT, " %12.4f %-7s", row.values().get(plan), verdict.equals("none") ? "" : verdict));
            }
            lines.println(line.toString().stripTrailing());
        }
        lines.flush();
    }

    private void write(Path target, Comparison comparison, ComparisonDocument document, Language language)
            throws IOException {
        try (OutFolder folder = new OutFolder(target, OURS)) {
            PlanFolder.writeJson(folder.draft().resolve(OURS.get(0)), document);
            try (OutputStream to = Files.newOutputStream(folder.draft().resolve(OURS.get(1)));
                    FeatureCollectionWriter features = new FeatureCollectionWriter(to)) {
                comparison.ground().write(features);
            }
            try (OutputStream to = Files.newOutputStream(folder.draft().resolve(OURS.get(2)))) {
                new ComparisonSheet(Words.of(language), document, comparison.ground(), List.of())
                        .write(to, LocalDate.now(ZoneId.systemDefault()));
            }
            folder.keep();
        }
        spec.commandLine().getOut().println("Written to " + target);
        spec.commandLine().getOut().flush();
    }
}
