package org.copse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * How long a proposal takes to a number of cut edges in a process that has planned before, as a server has: the code is compiled, the files are
 * read. {@code bench/gerrychain_race.py} runs it from its source; the seconds are the clock's around the whole proposal.
 */
public final class TimeToQuality {

    private static final double TOLERANCE = 0.05;
    private static final Duration WARMING = Duration.ofSeconds(1);
    private static final int WARMINGS = 3;
    private static final long FIRST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 600_000;

    private final PlanningProblem problem;
    private final List<int[]> edges = new ArrayList<>();

    private TimeToQuality(Path instance, int beats) throws IOException {
        List<PlanningUnit> units = new ArrayList<>();
        Map<String, Integer> number = new HashMap<>();
        for (Map<String, String> row : rows(instance.resolve("units.csv"))) {
            String id = row.getOrDefault("id", "");
            double weight = Double.parseDouble(row.getOrDefault("pop", ""));
            double x = Double.parseDouble(row.getOrDefault("x", row.getOrDefault("x_m", "")));
            double y = Double.parseDouble(row.getOrDefault("y", row.getOrDefault("y_m", "")));
            number.put(id, units.size());
            units.add(new PlanningUnit(id, weight, weight, x, y, 0, 0));
        }
        UnitGraph.Builder graph = UnitGraph.builder(units.size());
        for (Map<String, String> row : rows(instance.resolve("edges.csv"))) {
            int a = number.getOrDefault(row.getOrDefault("a", ""), -1);
            int b = number.getOrDefault(row.getOrDefault("b", ""), -1);
            graph.edge(Edge.between(a, b));
            edges.add(new int[] {a, b});
        }
        problem = new GraphProblem(
                        units, graph.build(), beats, Optional.empty(), TOLERANCE, Favour.CUT, Inertia.ABOUT_MEAN)
                .problem();
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] heads = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < Math.min(heads.length, cells.length); i++) {
                        row.put(heads[i].strip(), cells[i].strip());
                    }
                    return row;
                })
                .toList();
    }

    private Plan plan(Duration time, long seed, int threads) {
        Budget budget = Budget.time(time, seed).withThreads(threads);
        return new Planner()
                .propose(problem, Set.of(Favour.CUT), budget, PlanningListener.SILENT, CancelSignal.never())
                .first()
                .plan();
    }

    private long cut(Plan plan) {
        return edges.stream()
                .filter(edge -> plan.beatOf(edge[0]) != plan.beatOf(edge[1]))
                .count();
    }

    private boolean withinTolerance(Plan plan) {
        double[] hours = new double[plan.beatCount()];
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            hours[plan.beatOf(unit)] += problem.unit(unit).hours();
        }
        double mean = Arrays.stream(hours).sum() / hours.length;
        return Arrays.stream(hours).allMatch(sum -> Math.abs(sum - mean) <= mean * (TOLERANCE + 1e-9));
    }

    /**
     * Prints cut edges and seconds of the first proposal that reaches the goal; each may take a quarter longer than the one before.
     *
     * @param arguments folder of the instance, beats, cut edges to reach, seed, threads
     * @throws IOException when the instance cannot be read
     */
    @SuppressWarnings("SystemOut") // its caller reads it there
    public static void main(String[] arguments) throws IOException {
        TimeToQuality race = new TimeToQuality(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        int goal = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        for (int i = 1; i <= WARMINGS; i++) {
            race.plan(WARMING, seed + i, threads);
        }
        for (long millis = FIRST_MILLIS; millis <= LONGEST_MILLIS; millis = millis * 5 / 4 + 1) {
            long began = System.nanoTime();
            Plan plan = race.plan(Duration.ofMillis(millis), seed, threads);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (race.cut(plan) <= goal && race.withinTolerance(plan)) {
                System.out.printf(Locale.ROOT, "%d %.4f%n", race.cut(plan), seconds);
                return;
            }
        }
        throw new IllegalStateException(goal + " cut edges were not reached in " + LONGEST_MILLIS / 1000 + " s");
    }
}
