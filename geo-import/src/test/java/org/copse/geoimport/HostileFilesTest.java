package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks every hostile file of the real data sets: each is imported with a report, or refused with a code. */
class HostileFilesTest {
    private static final String TABLE = "hostile-files.csv";
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    @Test
    void everyHostileFileEndsAsTheTableSays() throws IOException, URISyntaxException {
        DistrictCrs.warmUp();
        Path folder = RealData.find("nasty");
        List<String> table = new ArrayList<>();
        table.add("file,outcome,code,where,read,accepted,changed,rejected,codes");
        List<String> unexpected = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                long start = System.nanoTime();
                String line = folder.relativize(file).toString().replace('\\', '/') + "," + line(file);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                table.add(line);
                if (line.contains(",unexpected,") || took.compareTo(AT_MOST) > 0) {
                    unexpected.add(line + " after " + took);
                }
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(table).hasSizeGreaterThan(300);
        Files.write(Files.createDirectories(Path.of("target")).resolve(TABLE), table);
        Path committed = Path.of(
                Objects.requireNonNull(getClass().getResource("/" + TABLE)).toURI());
        assertThat(Files.readAllLines(committed))
                .as(
                        "a change of outcome shows in review: where it is meant, copy target/%s over the committed one",
                        TABLE)
                .isEqualTo(table);
    }

    @Test
    void runsInTheSmallHeapThatTheTableIsAbout() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(512L << 20);
    }

    /** Returns what became of a file: outcome, code, where, counts, codes with their counts. */
    private static String line(Path file) {
        try {
            return counted(
                    "imported,,",
                    LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN)).report());
        } catch (ImportRefused refused) {
            assertThat(refused.what()).isNotBlank();
            assertThat(refused.where()).contains(String.valueOf(file.getFileName()));
            assertThat(refused.whatToDo()).isNotBlank();
            String head = "refused," + refused.code() + "," + refused.where().replace(',', ';');
            return refused.report().map(report -> counted(head, report)).orElse(head + ",,,,,");
        } catch (RuntimeException | Error e) {
            return "unexpected," + e;
        }
    }

    private static String counted(String head, ImportReport report) {
        ImportReport.Counts counts = report.counts();
        List<String> codes = new ArrayList<>();
        report.rejections().forEach(rejection -> codes.add(rejection.code() + " " + rejection.count()));
        report.changes().forEach(change -> codes.add(change.code() + " " + change.count()));
        report.warnings().forEach(warning -> codes.add(warning.code()));
        return String.join(
                ",",
                head,
                String.valueOf(counts.read()),
                String.valueOf(counts.accepted()),
                String.valueOf(counts.changed()),
                String.valueOf(counts.rejected()),
                codes.stream().sorted().distinct().collect(Collectors.joining("; ")));
    }

    @Test
    void nothingThatGeojsonhintCallsBadIsTakenSilently() throws IOException {
        Path folder = RealData.find("nasty/geojsonhint/bad");
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".geojson"))
                    .sorted()
                    .toList()) {
                Path hints = folder.resolve(file.getFileName().toString().replace(".geojson", ".result"));
                boolean bad = !Files.readString(hints).replaceAll("\\s", "").equals("[]");
                if (bad && outcome(file).endsWith("accepted silently")) {
                    silent.add(file.getFileName().toString());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void whatGeojsonhintCallsGoodIsTaken() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        try (Stream<Path> files = Files.list(RealData.find("nasty/geojsonhint/good"))) {
            for (Path file : files.sorted().toList()) {
                String outcome = outcome(file);
                // A collection without features is good GeoJSON and no layer; nor is one at latitude −92°, or at 0, 0.
                boolean noLayer = outcome.contains("there are no features")
                        || outcome.contains("off-the-globe")
                        || outcome.contains("position-means-none");
                if (!outcome.startsWith("imported") && !noLayer) {
                    refused.put(file.getFileName().toString(), outcome);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static String outcome(Path file) {
        try {
            ImportReport report =
                    LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN)).report();
            ImportReport.Counts counts = report.counts();
            boolean silent = counts.changed() == 0
                    && counts.rejected() == 0
                    && report.warnings().stream().noneMatch(w -> !w.code().equals("ids-assigned"));
            return String.format(
                    Locale.ROOT,
                    "imported %s: %d read %d changed %d rejected %s",
                    report.format(),
                    counts.read(),
                    counts.changed(),
                    counts.rejected(),
                    silent ? "accepted silently" : "told");
        } catch (ImportRefused refused) {
            assertThat(refused.what()).isNotBlank();
            assertThat(refused.where()).isNotBlank();
            assertThat(refused.whatToDo()).isNotBlank();
            return "refused " + refused.code() + " at " + refused.where() + ": " + refused.what();
        } catch (RuntimeException | Error e) {
            return "unexpected " + e;
        }
    }
}
