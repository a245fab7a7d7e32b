package org.copse.planning.measure;

import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;

/** The moment of inertia of a set of units. */
final class InertiaOfUnits {

    /** A beat's best centre lies near its mean: in large beats only so many units nearest to it are tried. */
    private static final int CENTRES_TRIED = 400;

    private InertiaOfUnits() {}

    static double of(PlanningProblem problem, int[] units, Inertia inertia) {
        if (units.length == 0) {
            return 0;
        }
        double hours = 0;
        double x = 0;
        double y = 0;
        for (int u : units) {
            PlanningUnit unit = problem.unit(u);
            hours += unit.hours();
            x += unit.hours() * unit.xMetres();
            y += unit.hours() * unit.yMetres();
        }
        if (hours == 0) {
            return 0;
        }
        if (inertia == Inertia.ABOUT_MEAN) {
            return about(problem, units, x / hours, y / hours, inertia);
        }
        return aboutBestUnit(problem, units, x / hours, y / hours, inertia);
    }

    private static double aboutBestUnit(PlanningProblem problem, int[] units, double x, double y, Inertia inertia) {
        int[] centres = units;
        if (units.length > CENTRES_TRIED) {
            centres = java.util.Arrays.stream(units)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(u -> squared(problem.unit(u), x, y)))
                    .limit(CENTRES_TRIED)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int centre : centres) {
            PlanningUnit unit = problem.unit(centre);
            best = Math.min(best, about(problem, units, unit.xMetres(), unit.yMetres(), inertia));
        }
        return best;
    }

    private static double about(PlanningProblem problem, int[] units, double x, double y, Inertia inertia) {
        double sum = 0;
        for (int u : units) {
            PlanningUnit unit = problem.unit(u);
            sum += unit.hours() * inertia.squared(unit.xMetres() - x, unit.yMetres() - y);
        }
        return sum;
    }

    private static double squared(PlanningUnit unit, double x, double y) {
        double dx = unit.xMetres() - x;
        double dy = unit.yMetres() - y;
        return dx * dx + dy * dy;
    }
}
