package org.copse.server.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.Planner;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;

/** A plan as the ruler measures it. */
public final class Measured {
    private final Ruler ruler;
    private final ComparedPlan compared;
    private final PlanningProblem problem;
    private final Alternative alternative;
    private final List<Shape> shapes;

    /** Measures a plan. */
    public Measured(Ruler ruler, ComparedPlan compared) {
        this.ruler = ruler;
        this.compared = compared;
        Plan plan = compared.plan();
        this.problem = ruler.problem(plan);
        this.alternative = new Planner().measure(problem, plan, favour());
        this.shapes = Territories.union(ruler.district().territories(), plan.beatOfUnit(), plan.beatCount()).stream()
                .map(Shape::of)
                .toList();
    }

    ComparedPlan compared() {
        return compared;
    }

    Favour favour() {
        return ruler.favour(compared.favour());
    }

    PlanningProblem problem() {
        return problem;
    }

    /** Returns the plan, of the ruler's units. */
    public Plan plan() {
        return compared.plan();
    }

    /** Returns its measures. */
    public PlanMeasures measures() {
        return alternative.measures();
    }

    double load() {
        return ruler.hours().load(plan().beatCount());
    }

    double mostResidents() {
        return measures().beats().stream()
                .mapToDouble(BeatMeasures::residents)
                .max()
                .orElse(0);
    }

    double meanPolsbyPopper() {
        return shapes.stream().mapToDouble(Shape::polsbyPopper).average().orElse(0);
    }

    double meanReock() {
        return shapes.stream().mapToDouble(Shape::reock).average().orElse(0);
    }

    double violations(Violation.Kind kind) {
        return alternative.violations().stream()
                .filter(violation -> violation.kind() == kind)
                .count();
    }

    double beatsWithoutProtectedTime() {
        return IntStream.range(0, plan().beatCount())
                .filter(beat -> ruler.hours().isProtectedTimeEaten(plan().unitsOfBeat(beat)))
                .count();
    }
}
