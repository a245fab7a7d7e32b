package org.copse.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.server.export.OutFolder;
import org.copse.server.hotspot.Ground;
import org.copse.server.hotspot.HotspotFolder;
import org.copse.server.hotspot.HotspotMap;
import org.copse.server.hotspot.HotspotReport;
import org.copse.server.hotspot.HotspotRequest;
import org.copse.server.hotspot.IncidentSelection;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.grid.CellShape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copse hotspots}: incidents and a district in, judged cells out, without a server. */
@Command(
        name = "hotspots",
        description = {
            "Says where more was recorded than chance and residents explain, how sure that is, and what was left out.",
            "DIR receives cells.geojson and report.json. What police started does not count."
        },
        customSynopsis = "copse hotspots --incidents FILE --district FILE [options] --out DIR",
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
            "Example: burglaries of half a year per resident, in hexagons of 250 m",
            "  copse hotspots --incidents incidents.csv.gz --category Burglary --district wards.geojson --population"
                    + " POP --hex 250 --from 2022-01 --to 2022-06 --out hotspots"
        })
final class HotspotsCommand implements Callable<Integer> {
    private static final int REFUSED = 3;
    private static final List<String> FILES = List.of("cells.geojson", "report.json");

    @Mixin
    HotspotOptions options = new HotspotOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            map();
            return 0;
        } catch (Usage e) {
            throw new ParameterException(spec.commandLine(), e.reason(), e);
        } catch (ImportRefused e) {
            RefusalText.say(err(), e);
            return REFUSED;
        }
    }

    private void map() throws IOException {
        HotspotRequest request = request();
        Path incidents = required("--incidents", options.incidents);
        required("--district", options.district);
        Path target = required("--out", options.out);
        ProgressLine progress = ProgressLine.onStandardError(err());
        DistrictReader reader = new DistrictReader(options.files(), progress::say);
        Ground ground = GroundReader.read(reader, options);
        IncidentSelection selection = new IncidentSelection(request, ground.crs());
        ImportReport incidentReport = reader.stream(incidents, selection);
        selection.leaveOut(
                IncidentSelection.LeftOut.WITHOUT_POSITION,
                incidentReport.counts().rejected());
        HotspotMap map = judge(request, ground, selection, progress);
        requireIncidents(map, selection, incidents);
        Map<String, ImportReport> files = new LinkedHashMap<>();
        files.put("incidents", incidentReport);
        reader.reports().forEach(report -> files.put(report.kind().key(), report));
        HotspotFolder folder = new HotspotFolder(map, files);
        try (OutFolder out = new OutFolder(target, FILES)) {
            folder.write(out.draft());
            out.keep();
        }
        summarise(folder.report(), target);
    }

    private static Path required(String option, @Nullable Path value) {
        if (value == null) {
            throw new Usage(option + " is missing.");
        }
        return value;
    }

    private HotspotRequest request() {
        if (options.cell != null && options.hex != null) {
            throw new Usage("--cell and --hex exclude each other: give one of them.");
        }
        Double size = options.hex == null ? options.cell : options.hex;
        HotspotRequest.Method method = choice("--method", options.method, HotspotRequest.Method.values());
        boolean density = method == HotspotRequest.Method.KDE;
        if (!density && (options.kernel != null || options.bandwidth != null)) {
            throw new Usage("--kernel and --bandwidth are for --method kde.");
        }
        try {
            return new HotspotRequest(
                    method,
                    options.hex == null ? CellShape.SQUARE : CellShape.HEXAGON,
                    size == null ? OptionalDouble.empty() : OptionalDouble.of(metres(size)),
                    options.kernel == null ? Kernel.QUARTIC : choice("--kernel", options.kernel, Kernel.values()),
                    options.bandwidth == null ? OptionalDouble.empty() : OptionalDouble.of(metres(options.bandwidth)),
                    options.categories,
                    period("--from", options.from).map(IncidentPeriod::first),
                    period("--to", options.to).map(IncidentPeriod::last),
                    options.countPoliceInitiated,
                    permutations(),
                    options.seed);
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
    }

    private static double metres(double value) {
        if (!(value >= 1) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a length of " + value + " m: give at least 1 m");
        }
        return value;
    }

    private int permutations() {
        if (options.permutations < 99 || options.permutations > 99_999) {
            throw new Usage("--permutations is " + options.permutations + ": give 99 to 99999.");
        }
        return options.permutations;
    }

    private static <E extends Enum<E>> E choice(String option, String text, E[] values) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text.strip())) {
                return value;
            }
        }
        throw new Usage(option + " is \"" + text + "\": give "
                + String.join(
                        ", ",
                        List.of(values).stream()
                                .map(v -> v.name().toLowerCase(Locale.ROOT))
                                .toList())
                + ".");
    }

    private static Optional<IncidentPeriod> period(String option, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(IncidentPeriod.parse(text));
        } catch (IllegalArgumentException e) {
            throw new Usage(option + " is \"" + text + "\": give a month or a day, such as 2022-01 or 2022-01-15.");
        }
    }

    /** What the statistics refuse is a size that was asked for, or days that the incidents do not have. */
    private HotspotMap judge(
            HotspotRequest request, Ground ground, IncidentSelection selection, ProgressLine progress) {
        try {
            return HotspotMap.of(request, ground, selection, progress::say);
        } catch (IllegalArgumentException e) {
            if (request.method() == HotspotRequest.Method.KNOX
                    && !String.valueOf(e.getMessage()).contains("cell")) {
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        String.valueOf(options.incidents),
                        String.valueOf(e.getMessage()),
                        "Give incidents with days, fewer categories, or a shorter period.");
            }
            throw new Usage(e.getMessage() + ".");
        }
    }

    private static void requireIncidents(HotspotMap map, IncidentSelection selection, Path incidents) {
        if (map.n() == 0) {
            StringBuilder why = new StringBuilder("no incident is left to count");
            selection
                    .leftOut()
                    .forEach((reason, count) ->
                            why.append("; ").append(count).append(' ').append(reason.words()));
            boolean elsewhere = selection.leftOut().containsKey(IncidentSelection.LeftOut.OUTSIDE);
            String categories = selection.categories().keySet().stream()
                    .limit(20)
                    .map(name -> "\"" + name + "\"")
                    .collect(java.util.stream.Collectors.joining(", "));
            throw new ImportRefused(
                    RefusalCode.NOTHING_USABLE,
                    incidents.toString(),
                    why.toString(),
                    elsewhere
                            ? "Check that incidents and district are of one place, and their CRS (--crs)."
                            : "Check category and period. The file has the categories " + categories + ".");
        }
    }

    private void summarise(HotspotReport report, Path target) {
        out().printf(
                        Locale.ROOT,
                        "%d of %d incidents in %s cells%n",
                        report.n(),
                        report.read(),
                        report.cells().get("all"));
        report.leftOut().forEach(left -> out().printf(
                        Locale.ROOT, "  left out: %d (%.1f %%) %s%n", left.count(), left.share() * 100, left.why()));
        report.cells().forEach((name, count) -> out().println("  " + name + ": " + count));
        if (report.scores() != null) {
            out().println(report.scores().verdict());
        }
        out().println("Recorded is not committed; see the caveats in report.json.");
        out().println("Written to " + target);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
