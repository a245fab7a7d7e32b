package org.copse.server.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Question;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.preview.LayerPreview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code copse import}: what an import of a file would find, change and reject, without a server. */
@Command(
        name = "import",
        description = {
            "Reads a file as an import does and says what it found: format, layers, encoding, CRS, columns, and what"
                    + " became of each feature. The options are the choices of the import page.",
        },
        customSynopsis = "copse import --dry-run FILE [--as KIND] [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file can be imported; rejected features, if any, are listed",
            "1:something went wrong that is nobody's input",
            "2:the command line asks for something that cannot be",
            "3:the file is refused: what, where and what to do are said",
            "4:something is needed first: a question is to be answered, or a layer or a column to be stated"
        },
        footer = {
            "",
            "Example: what would become of a table of incidents",
            "  copse import --dry-run incidents.csv.gz --as incidents",
            "Example: a Shapefile without .prj, with its gaps closed",
            "  copse import --dry-run sectors.zip --as units --crs EPSG:31370 --mend 0.5"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int REFUSED = 3;
    private static final int NEEDED = 4;
    private static final Set<LayerKind> STREAMED = EnumSet.of(LayerKind.INCIDENTS, LayerKind.ADDRESSES);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    // Held, since the logging framework forgets levels of loggers that nobody holds.
    private static final Logger CRS_LOG = Logger.getLogger("org.geotools");

    @Mixin
    ImportOptions options = new ImportOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /**
     * What {@code --json} writes.
     *
     * @param preview null where the file was refused before there was one
     * @param report null where the file was refused before features were counted
     * @param refusal null where it was not refused
     */
    record Outcome(@Nullable LayerPreview preview, @Nullable ImportReport report, @Nullable Refusal refusal) {}

    /** Why a file was refused. */
    record Refusal(String code, String where, String what, String whatToDo, List<String> choices) {
        static Refusal of(ImportRefused refused) {
            return new Refusal(refused.code(), refused.where(), refused.what(), refused.whatToDo(), refused.choices());
        }
    }

    @Override
    public Integer call() {
        // It warns of positions outside a projection's land, which preview and report say in words.
        CRS_LOG.setLevel(Level.OFF);
        try {
            if (!options.dryRun) {
                throw new Usage("Layers are stored by a running server: give --dry-run to see what an import would do,"
                        + " and import the file on the planner page.");
            }
            Outcome outcome = dryRun(new ImportChoices(options).request());
            if (options.json) {
                out().println(JSON.writeValueAsString(outcome));
            }
            out().flush();
            return exitCode(outcome);
        } catch (Usage e) {
            throw new ParameterException(spec.commandLine(), e.reason(), e);
        }
    }

    private static int exitCode(Outcome outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal != null) {
            return refusal.code().equals(RefusalCode.ANSWER_NEEDED.key()) ? NEEDED : REFUSED;
        }
        LayerPreview preview = outcome.preview();
        return preview != null && !preview.undecided().isEmpty() ? NEEDED : 0;
    }

    private Outcome dryRun(ImportRequest request) {
        ImportText text = new ImportText(options.json ? new PrintWriter(PrintWriter.nullWriter()) : out());
        LayerPreview preview = null;
        try {
            preview = LayerPreview.of(request);
            text.preview(preview);
            if (!preview.questions().isEmpty()) {
                throw Question.unanswered(preview.file(), preview.questions());
            }
            ImportReport report = report(asProposed(request, preview), preview);
            text.report(report);
            return new Outcome(preview, report, null);
        } catch (ImportRefused refused) {
            text.refused(refused);
            return new Outcome(preview, refused.report().orElse(null), Refusal.of(refused));
        }
    }

    /** Where no kind is stated, that of the preview, so that both speak of the same layer. */
    private static ImportRequest asProposed(ImportRequest request, LayerPreview preview) {
        return request.kind() == LayerKind.PLAIN && preview.undecided().isEmpty()
                ? request.as(preview.kind())
                : request;
    }

    /** In memory where the kind is kept in memory, since features that are there twice are found there only. */
    private static ImportReport report(ImportRequest request, LayerPreview preview) {
        boolean large = request.kind() == LayerKind.PLAIN && preview.features() == null;
        return large || STREAMED.contains(request.kind())
                ? LayerImport.stream(request, feature -> {})
                : LayerImport.read(request).report();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
