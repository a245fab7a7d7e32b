package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.copse.planning.Planner;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.BoundaryReason;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.jspecify.annotations.Nullable;

/** Says why a boundary of a draft runs where it does, and what single moves would cost. */
final class Examination {
    private static final double METRES_PER_KILOMETRE = 1e3;

    private final Drawing at;

    Examination(Drawing at) {
        this.at = at;
    }

    /**
     * A stretch between two beats that one thing holds.
     *
     * @param cause connection, bounds, lock, term or nothing
     * @param term the soft term that would worsen most; null unless the cause is a term
     * @param edges pairs of units that it runs between, by their numbers
     * @param by the least by which the cause stands against moving it
     * @param move the move across it that costs least
     */
    record Stretch(
            List<Integer> beats,
            String cause,
            @Nullable String term,
            List<List<Integer>> edges,
            double kilometres,
            double by,
            Cost move) {}

    /**
     * What a move would cost.
     *
     * @param hours of the two beats after it, by number
     * @param missed by how much more the bounds would be missed
     * @param score by how much the weighted score would grow; lower is better
     * @param byTerm the same by term
     */
    record Cost(
            String unit,
            int to,
            boolean keepsWhole,
            Map<Integer, Double> hours,
            double missed,
            double score,
            Map<String, Double> byTerm) {}

    /** A beat that a unit could be in. */
    record OptionView(int beat, boolean keepsWhole, double missed, double score, Map<String, Double> byTerm) {}

    /** Returns the beats that a unit could be in, the best first. */
    List<OptionView> options(int unit) {
        return new BestNeighbours(at)
                .options(new int[] {unit}).getOrDefault(unit, List.of()).stream()
                        .map(one -> new OptionView(
                                Objects.requireNonNull(at.plan().beats().get(one.beat()))
                                        .number(),
                                one.option().keepsWhole(),
                                one.option().missedChange(),
                                one.option().scoreChange(),
                                byTerm(one.option())))
                        .toList();
    }

    /**
     * Returns the stretches between two beats, the longest first.
     *
     * @throws org.copse.server.system.ProblemException when units have no beat, or a beat no unit
     */
    List<Stretch> between(DrawnBeat one, DrawnBeat other) {
        NumberedPlan numbered = new NumberedPlan(at.plan());
        if (!numbered.isComplete()) {
            throw Refusal.of(
                    "not-whole",
                    Map.of(),
                    "Boundaries are explained once every unit has a beat and every beat a unit.");
        }
        PlanningProblem problem = numbered.problem(at.ground().problem());
        Plan plan = numbered.plan();
        Set<DrawnBeat> both = Set.of(one, other);
        List<BoundaryReason> reasons = new Planner()
                .boundaryReasons(problem, plan, Favour.BALANCED).stream()
                        .filter(reason -> {
                            Edge edge = problem.graph().edge(reason.edge());
                            return both.contains(numbered.beat(plan.beatOf(edge.a())))
                                    && both.contains(numbered.beat(plan.beatOf(edge.b())));
                        })
                        .toList();
        int[] cheapest =
                reasons.stream().mapToInt(BoundaryReason::unit).distinct().toArray();
        Map<Integer, List<BeatOption>> options = new Planner().bestBeatsFor(problem, plan, Favour.BALANCED, cheapest);
        Map<String, List<BoundaryReason>> grouped = new TreeMap<>();
        reasons.forEach(reason -> grouped.computeIfAbsent(
                        code(reason.cause()) + reason.term().map(SoftTerm::name).orElse(""), key -> new ArrayList<>())
                .add(reason));
        return grouped.values().stream()
                .map(group -> stretch(numbered, problem, group, options, one, other))
                .sorted(Comparator.comparingDouble(Stretch::kilometres).reversed())
                .toList();
    }

    private Stretch stretch(
            NumberedPlan numbered,
            PlanningProblem problem,
            List<BoundaryReason> group,
            Map<Integer, List<BeatOption>> options,
            DrawnBeat one,
            DrawnBeat other) {
        double metres = 0;
        List<List<Integer>> edges = new ArrayList<>();
        for (BoundaryReason reason : group) {
            Edge edge = problem.graph().edge(reason.edge());
            metres += edge.sharedMetres();
            edges.add(List.of(edge.a(), edge.b()));
        }
        Cost cheapest = group.stream()
                .map(reason -> cost(numbered, problem, reason.unit(), options, one, other))
                .min(Comparator.comparing((Cost cost) -> !cost.keepsWhole())
                        .thenComparingDouble(Cost::missed)
                        .thenComparingDouble(Cost::score))
                .orElseThrow();
        BoundaryReason first = group.get(0);
        return new Stretch(
                List.of(one.number(), other.number()),
                code(first.cause()),
                first.term().map(Examination::code).orElse(null),
                edges,
                metres / METRES_PER_KILOMETRE,
                group.stream().mapToDouble(BoundaryReason::by).min().orElse(0),
                cheapest);
    }

    private Cost cost(
            NumberedPlan numbered,
            PlanningProblem problem,
            int unit,
            Map<Integer, List<BeatOption>> options,
            DrawnBeat one,
            DrawnBeat other) {
        DrawnBeat from = numbered.beat(numbered.plan().beatOf(unit));
        DrawnBeat to = from.equals(one) ? other : one;
        BeatOption option = options.getOrDefault(unit, List.of()).stream()
                .filter(found -> numbered.beat(found.beat()).equals(to))
                .findFirst()
                .orElseThrow();
        double moved = problem.unit(unit).hours();
        return new Cost(
                problem.unit(unit).id(),
                to.number(),
                option.keepsWhole(),
                Map.of(from.number(), hours(from) - moved, to.number(), hours(to) + moved),
                option.missedChange(),
                option.scoreChange(),
                byTerm(option));
    }

    private double hours(DrawnBeat beat) {
        double hours = 0;
        for (int unit : at.plan().unitsOf(beat.key())) {
            hours += at.ground().problem().unit(unit).hours();
        }
        return hours;
    }

    private static Map<String, Double> byTerm(BeatOption option) {
        Map<String, Double> named = new TreeMap<>();
        option.byTerm().forEach((term, change) -> named.put(code(term), change));
        return named;
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
