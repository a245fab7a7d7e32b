package org.copse.planning.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copse.planning.problem.DistanceRounding;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bounds against optima that others have proven: {@code COPSE_BENCH} names the folder that holds {@code exact/}. Distances must be taken as the
 * publications take them, or bound and optimum are about different things.
 */
@EnabledIfEnvironmentVariable(
        named = "COPSE_BENCH",
        matches = ".+",
        disabledReason = "COPSE_BENCH does not name the folder of the published instances")
class PublishedOptimaTest {

    private static final double ROUNDING_OF_THE_PUBLISHED = 1e-5;
    private static final long LOOKS = 60_000_000;

    static Stream<Path> instances() throws IOException {
        try (Stream<Path> folders =
                Files.list(Path.of(Objects.requireNonNull(System.getenv("COPSE_BENCH")), "exact"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("meta.json"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("instances")
    void neverExceedsThePublishedOptimumAndComesNear(Path instance) throws IOException {
        Published published = Published.read(instance);

        // What is known steers the steps only: a plan 2 % above the optimum.
        double lower = InertiaBound.of(published.problem(), () -> 1.02 * published.optimum(), () -> false, LOOKS)
                .lower();

        assertThat(lower).isLessThanOrEqualTo(published.optimum() * (1 + ROUNDING_OF_THE_PUBLISHED));
        assertThat(lower).isGreaterThan(0.85 * published.optimum());
    }

    /** A published instance and the inertia of its best plan, in weight · m². */
    record Published(InertiaProblem problem, double optimum) {

        static Published read(Path folder) throws IOException {
            String meta = Files.readString(folder.resolve("meta.json"));
            boolean grid = meta.contains("\"level\": \"grid\"");
            double[][] units = Files.readAllLines(folder.resolve("units.csv")).stream()
                    .skip(1)
                    .map(row -> row.replaceAll("\"[^\"]*\"", "name").split(",", -1))
                    .map(cells -> new double[] {
                        Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5])
                    })
                    .toArray(double[][]::new);
            InertiaProblem problem = new InertiaProblem(
                    column(units, 0),
                    column(units, 1),
                    column(units, 2),
                    (int) number(meta, "k"),
                    number(meta, "L"),
                    number(meta, "U"),
                    grid ? DistanceRounding.TRUNCATED : DistanceRounding.WHOLE_KILOMETRES,
                    neighbours(folder, units.length));
            // Census instances are published in person · km² / 10⁶.
            double optimum = number(meta.substring(meta.indexOf("\"hess\"")), "value") * (grid ? 1 : 1e12);
            return new Published(problem, optimum);
        }

        private static int[][] neighbours(Path folder, int units) throws IOException {
            List<List<Integer>> near = new ArrayList<>();
            for (int u = 0; u < units; u++) {
                near.add(new ArrayList<>());
            }
            List<String> rows = Files.readAllLines(folder.resolve("edges.csv"));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                int a = Integer.parseInt(cells[0]);
                int b = Integer.parseInt(cells[1]);
                near.get(a).add(b);
                near.get(b).add(a);
            }
            return near.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }

        private static double[] column(double[][] rows, int column) {
            return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
        }

        private static double number(String json, String key) {
            Matcher matcher = Pattern.compile("\"" + key + "\": *([0-9.eE+-]+)").matcher(json);
            assertThat(matcher.find()).as(key).isTrue();
            return Double.parseDouble(Objects.requireNonNull(matcher.group(1)));
        }
    }
}
