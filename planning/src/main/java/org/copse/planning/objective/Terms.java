package org.copse.planning.objective;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;

/** The register of terms: which class stands for which soft term, and which hard constraints a problem has. */
public final class Terms {

    private Terms() {}

    /**
     * Returns the objective of a problem under some weights.
     *
     * @param beatOfInForce the plan's beat that carries on each beat in force
     */
    public static Objective objective(
            PlanningProblem problem, SearchGraph graph, SoftWeights weights, HoursBounds bounds, int[] beatOfInForce) {
        Map<Term, Double> weighted = new LinkedHashMap<>();
        soft(problem, graph, weights, bounds, beatOfInForce)
                .forEach((kind, term) -> weighted.put(term, weights.weight(kind)));
        return Objective.of(graph, weighted, hard(problem, graph, bounds));
    }

    /** Returns the soft terms that have a weight and data. */
    public static Map<SoftTerm, Term> soft(
            PlanningProblem problem, SearchGraph graph, SoftWeights weights, HoursBounds bounds, int[] beatOfInForce) {
        Map<SoftTerm, Term> soft = new EnumMap<>(SoftTerm.class);
        for (SoftTerm kind : SoftTerm.values()) {
            if (weights.weight(kind) > 0) {
                find(kind, problem, graph, bounds, beatOfInForce).ifPresent(term -> soft.put(kind, term));
            }
        }
        return soft;
    }

    /** The register: one line for each soft term, which says what data it needs; empty when the problem has none. */
    static Optional<Term> find(
            SoftTerm kind, PlanningProblem problem, SearchGraph graph, HoursBounds bounds, int[] beatOfInForce) {
        int beats = bounds.target().length;
        return switch (kind) {
            case BALANCE ->
                Optional.of(new Balance(bounds.target(), problem.tolerance().beat()));
            case COMPACTNESS -> Optional.of(inertia(problem, graph, beats));
            case CUT_LENGTH -> Optional.of(new CutLength(graph));
            case CUT_EDGES -> Optional.of(new CutEdges(1));
            case COMMUNITIES -> with(problem.hasCommunities(), () -> new Communities(problem, graph));
            case BARRIERS -> Optional.of(new Barriers(graph));
            case CONTINUITY -> with(problem.hasInForce(), () -> new Continuity(problem, graph, beatOfInForce));
            case ACCESS -> with(problem.baseCount() > 1, () -> new Access(problem, graph, beats));
            case MIX -> with(problem.mixCount() > 0, () -> new MixCohesion(problem, graph, beats));
        };
    }

    private static Optional<Term> with(boolean data, Supplier<Term> term) {
        return data ? Optional.of(term.get()) : Optional.empty();
    }

    private static Term inertia(PlanningProblem problem, SearchGraph graph, int beats) {
        double scale = inertiaScale(graph, beats);
        return problem.inertia().aboutUnit() && InertiaAboutUnit.fits(graph)
                ? new InertiaAboutUnit(graph, problem.inertia(), beats, scale)
                : new InertiaAboutMean(beats, scale);
    }

    /** Four times the inertia that the district would have in equal parts of its own shape: a plan of squares scores about a quarter. */
    static double inertiaScale(SearchGraph graph, int beats) {
        double hours = 0;
        double meanX = 0;
        double meanY = 0;
        for (int u = 0; u < graph.units; u++) {
            hours += graph.hours[u];
            meanX += graph.hours[u] * graph.x[u];
            meanY += graph.hours[u] * graph.y[u];
        }
        double sum = 0;
        for (int u = 0; u < graph.units && hours > 0; u++) {
            double dx = graph.x[u] - meanX / hours;
            double dy = graph.y[u] - meanY / hours;
            sum += graph.hours[u] * (dx * dx + dy * dy);
        }
        return sum > 0 ? 4 * sum / beats : 1;
    }

    /** Returns the hard constraints that a search prices: all but connection, which every move keeps. */
    public static List<Term> hard(PlanningProblem problem, SearchGraph graph, HoursBounds bounds) {
        List<Term> hard = new ArrayList<>(hardBounds(problem, graph, bounds));
        hard.addAll(hardPlaces(problem, graph));
        return hard;
    }

    /** Returns the bounds of hours and residents. */
    public static List<Term> hardBounds(PlanningProblem problem, SearchGraph graph, HoursBounds bounds) {
        List<Term> hard = new ArrayList<>();
        hard.add(new HoursExcess(bounds, problem.targetHours()));
        problem.beatResidents()
                .ifPresent(limits -> hard.add(new ResidentsExcess(problem, limits, graph, bounds.target().length)));
        return hard;
    }

    /** Returns locks and groups. */
    public static List<Term> hardPlaces(PlanningProblem problem, SearchGraph graph) {
        List<Term> hard = new ArrayList<>();
        if (!problem.locks().isEmpty()) {
            hard.add(new Placement(problem, graph));
        }
        if (!problem.together().isEmpty() || !problem.apart().isEmpty()) {
            hard.add(new Company(problem, graph));
        }
        return hard;
    }
}
