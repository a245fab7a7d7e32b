package org.copse.server.redraw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Place;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.UnitGraph;

/** Looks a draft over: units without a beat, beats and sectors in pieces or out of bounds, beats without a unit. */
final class PlanChecks {
    /** Hours are sums of many numbers: what exceeds a bound by less than this share of it is rounding. */
    private static final double ROUNDING = 1e-9;

    private final Ground ground;
    private final NumberedPlan numbered;
    private final PlanningProblem problem;
    private final List<Violation> violations;
    private final List<PlanCheck> found = new ArrayList<>();

    private PlanChecks(Ground ground, WorkingPlan plan) {
        this.ground = ground;
        this.numbered = new NumberedPlan(plan);
        this.problem = numbered.problem(ground.problem());
        this.violations = numbered.isWhole() ? HardConstraints.violations(problem, numbered.plan()) : List.of();
    }

    /** Returns what is wrong with a plan, units without a beat first. */
    static List<PlanCheck> of(Ground ground, WorkingPlan plan) {
        PlanChecks checks = new PlanChecks(ground, plan);
        checks.unassigned();
        for (int beat = 0; beat < checks.numbered.beatCount(); beat++) {
            checks.beat(beat);
        }
        for (int sector = 0; sector < checks.numbered.sectors().size(); sector++) {
            checks.sector(sector);
        }
        return checks.found;
    }

    private void unassigned() {
        int[] units = units(numbered.plan()::beatOf, numbered.beatCount());
        if (units.length > 0) {
            found.add(new PlanCheck("unassigned", null, null, ids(units), units.length, 0, "not-found"));
        }
    }

    private void beat(int beat) {
        int number = numbered.beat(beat).number();
        int[] units = units(numbered.plan()::beatOf, beat);
        if (units.length == 0) {
            found.add(new PlanCheck("empty-beat", number, null, List.of(), 0, 1, cause("BEAT_EMPTY", "beat", beat)));
            return;
        }
        List<int[]> pieces = pieces(units, numbered.plan()::beatOf);
        if (pieces.size() > 1) {
            found.add(new PlanCheck(
                    "beat-in-pieces",
                    number,
                    null,
                    smaller(pieces),
                    pieces.size(),
                    1,
                    cause("BEAT_IN_PIECES", "beat", beat)));
        }
        hours(units, problem.beatHours())
                .ifPresent(missed -> found.add(new PlanCheck(
                        "beat-hours",
                        number,
                        null,
                        ids(units),
                        missed.hours,
                        missed.bound,
                        cause("BEAT_HOURS", "beat", beat))));
    }

    private void sector(int sector) {
        if (numbered.sectors().size() < 2) {
            return;
        }
        int number = numbered.sectors().get(sector).number();
        int[] units = units(numbered.plan()::sectorOfUnit, sector);
        List<int[]> pieces = pieces(units, numbered.plan()::sectorOfUnit);
        if (pieces.size() > 1) {
            found.add(new PlanCheck(
                    "sector-in-pieces",
                    null,
                    number,
                    smaller(pieces),
                    pieces.size(),
                    1,
                    cause("SECTOR_IN_PIECES", "sector", sector)));
        }
        long officers = IntStream.range(0, numbered.beatCount())
                .filter(beat -> numbered.plan().sectorOfBeat(beat) == sector)
                .count();
        double target = officers * problem.targetHours();
        double share = problem.tolerance().sector();
        hours(units, new Bounds(Math.max(0, target * (1 - share)), target * (1 + share)))
                .ifPresent(missed -> found.add(new PlanCheck(
                        "sector-hours",
                        null,
                        number,
                        ids(units),
                        missed.hours,
                        missed.bound,
                        cause("SECTOR_HOURS", "sector", sector))));
    }

    /** Hours that are out of bounds, and the bound. */
    private record Missed(double hours, double bound) {}

    private Optional<Missed> hours(int[] units, Bounds bounds) {
        double hours = 0;
        for (int unit : units) {
            hours += problem.unit(unit).hours();
        }
        return bounds.excess(hours) > ROUNDING * Math.max(1, bounds.upper())
                ? Optional.of(new Missed(hours, hours > bounds.upper() ? bounds.upper() : bounds.lower()))
                : Optional.empty();
    }

    private String cause(String kind, String what, int number) {
        Place where = what.equals("beat") ? Place.beat(number) : Place.sector(number);
        return violations.stream()
                .filter(violation -> violation.kind().name().equals(kind)
                        && violation.where().equals(where))
                .map(violation ->
                        violation.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .findFirst()
                .orElse("not-found");
    }

    private int[] units(IntUnaryOperator labelOf, int label) {
        return IntStream.range(0, problem.unitCount())
                .filter(unit -> labelOf.applyAsInt(unit) == label)
                .toArray();
    }

    private List<String> ids(int[] units) {
        return Arrays.stream(units).mapToObj(ground::unitId).toList();
    }

    private List<String> smaller(List<int[]> pieces) {
        return pieces.stream()
                .sorted(Comparator.comparingInt((int[] piece) -> -piece.length))
                .skip(1)
                .flatMapToInt(Arrays::stream)
                .mapToObj(ground::unitId)
                .toList();
    }

    /** Returns the connected pieces of some units that have one label. */
    private List<int[]> pieces(int[] units, IntUnaryOperator labelOf) {
        UnitGraph graph = problem.graph();
        boolean[] seen = new boolean[problem.unitCount()];
        List<int[]> pieces = new ArrayList<>();
        for (int start : units) {
            if (seen[start]) {
                continue;
            }
            seen[start] = true;
            List<Integer> piece = new ArrayList<>();
            Deque<Integer> queue = new ArrayDeque<>(List.of(start));
            while (!queue.isEmpty()) {
                int unit = queue.remove();
                piece.add(unit);
                for (int i = 0; i < graph.degree(unit); i++) {
                    int next = graph.neighbour(unit, i);
                    if (!seen[next] && labelOf.applyAsInt(next) == labelOf.applyAsInt(start)) {
                        seen[next] = true;
                        queue.add(next);
                    }
                }
            }
            pieces.add(piece.stream().mapToInt(Integer::intValue).toArray());
        }
        return pieces;
    }
}
