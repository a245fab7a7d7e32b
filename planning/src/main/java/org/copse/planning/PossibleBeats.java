package org.copse.planning;

import org.copse.planning.problem.PlanningProblem;

/** Which numbers of beats counting alone does not exclude: no unit over the bound, and whole numbers of beats for each connected part. */
final class PossibleBeats {
    private static final double ROUNDING = 1e-9;

    private final double totalHours;
    private final double tolerance;
    private final double largestUnit;
    private final double[] hoursOfPart;
    private final int[] unitsOfPart;

    PossibleBeats(PlanningProblem problem) {
        this.totalHours = problem.totalHours();
        this.tolerance = problem.tolerance().beat();
        int[] part = problem.graph().components();
        int parts = 0;
        for (int number : part) {
            parts = Math.max(parts, number + 1);
        }
        this.hoursOfPart = new double[parts];
        this.unitsOfPart = new int[parts];
        double largest = 0;
        for (int unit = 0; unit < part.length; unit++) {
            double hours = problem.unit(unit).hours();
            hoursOfPart[part[unit]] += hours;
            unitsOfPart[part[unit]]++;
            largest = Math.max(largest, hours);
        }
        this.largestUnit = largest;
    }

    boolean is(int beats) {
        double target = totalHours / beats;
        double most = target * (1 + tolerance) + ROUNDING * Math.max(1, target);
        double least = target * (1 - tolerance) - ROUNDING * Math.max(1, target);
        if (largestUnit > most) {
            return false;
        }
        long fewest = 0;
        long greatest = 0;
        for (int part = 0; part < hoursOfPart.length; part++) {
            long from = Math.max(1, (long) Math.ceil(hoursOfPart[part] / most - ROUNDING));
            long to = least <= 0
                    ? unitsOfPart[part]
                    : Math.min(unitsOfPart[part], (long) Math.floor(hoursOfPart[part] / least + ROUNDING));
            if (from > to) {
                return false;
            }
            fewest += from;
            greatest += to;
        }
        return fewest <= beats && beats <= greatest;
    }
}
