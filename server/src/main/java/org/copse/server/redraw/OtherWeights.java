package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.workload.Term;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;

/** Reckons the hours of a draft again with other minutes: nothing moves, and nothing is stored. */
final class OtherWeights {
    /** Hours are sums of many numbers: what exceeds a bound by less than this share of it is rounding. */
    private static final double ROUNDING = 1e-9;

    private final Ground ground;
    private final NumberedPlan numbered;

    OtherWeights(Ground ground, WorkingPlan plan) {
        this.ground = ground;
        this.numbered = new NumberedPlan(plan);
    }

    /** A beat under other minutes. */
    record OfBeat(int number, double hours, double deviation, boolean withinBounds, Map<String, Double> hoursByTerm) {}

    /** A draft under other minutes. */
    record Reckoned(
            double hours,
            double load,
            double officersNeeded,
            double targetHours,
            double maxDeviation,
            List<OfBeat> beats) {}

    /**
     * What one term does to a draft when its hours are more or less.
     *
     * @param change as a share, such as -0.25
     * @param leave numbers of the beats that leave their bounds
     * @param enter numbers of the beats that come into their bounds
     */
    record Row(
            String term,
            double change,
            double maxDeviation,
            List<Integer> leave,
            List<Integer> enter,
            Map<Integer, Double> deviations) {}

    Reckoned reckon(WorkloadWeights weights) {
        WorkloadTable hours = ground.hours(weights);
        double[] perUnit = new double[ground.size()];
        for (int unit = 0; unit < perUnit.length; unit++) {
            perUnit[unit] = hours.hours(unit);
        }
        return reckon(hours, perUnit);
    }

    private Reckoned reckon(WorkloadTable hours, double[] perUnit) {
        List<PlanningUnit> units = new ArrayList<>();
        for (int unit = 0; unit < perUnit.length; unit++) {
            units.add(ground.problem().unit(unit).withHours(perUnit[unit]));
        }
        PlanningProblem problem =
                numbered.problem(ground.problem()).with().units(units).build();
        Bounds bounds = problem.beatHours();
        double target = problem.targetHours();
        List<OfBeat> beats = new ArrayList<>();
        double max = 0;
        for (int beat = 0; beat < numbered.beatCount(); beat++) {
            int[] own = numbered.plan().unitsOfBeat(beat);
            double sum = 0;
            for (int unit : own) {
                sum += perUnit[unit];
            }
            double deviation = target > 0 ? (sum - target) / target : 0;
            max = Math.max(max, Math.abs(deviation));
            Map<String, Double> byTerm = new TreeMap<>();
            hours.hoursByTerm(own).forEach((term, value) -> byTerm.put(code(term), value));
            beats.add(new OfBeat(
                    numbered.beat(beat).number(),
                    sum,
                    deviation,
                    bounds.excess(sum) <= ROUNDING * Math.max(1, bounds.upper()),
                    byTerm));
        }
        double total = problem.totalHours();
        double available = hours.weights().officer().hoursPerMonth();
        return new Reckoned(
                total, total / (available * Math.max(1, beats.size())), total / available, target, max, beats);
    }

    /**
     * Returns which beats leave their bounds if the hours of one term were a share more or less, for each term in use.
     *
     * @param share such as 0.25
     */
    List<Row> sensitivity(double share) {
        double[] perUnit = new double[ground.size()];
        for (int unit = 0; unit < perUnit.length; unit++) {
            perUnit[unit] = ground.hours().hours(unit);
        }
        Reckoned now = reckon(ground.hours(), perUnit);
        List<Row> rows = new ArrayList<>();
        for (Term term : Term.values()) {
            for (double change : new double[] {-share, share}) {
                double[] other = perUnit.clone();
                double sum = 0;
                for (int unit = 0; unit < other.length; unit++) {
                    double hours = ground.hours().hours(unit, term);
                    other[unit] += change * hours;
                    sum += hours;
                }
                if (sum > 0) {
                    rows.add(row(term, change, now, reckon(ground.hours(), other)));
                }
            }
        }
        return rows;
    }

    private static Row row(Term term, double change, Reckoned now, Reckoned then) {
        List<Integer> leave = new ArrayList<>();
        List<Integer> enter = new ArrayList<>();
        Map<Integer, Double> deviations = new TreeMap<>();
        for (int beat = 0; beat < now.beats.size(); beat++) {
            OfBeat before = now.beats.get(beat);
            OfBeat after = then.beats.get(beat);
            deviations.put(after.number, after.deviation);
            if (before.withinBounds && !after.withinBounds) {
                leave.add(after.number);
            } else if (!before.withinBounds && after.withinBounds) {
                enter.add(after.number);
            }
        }
        return new Row(code(term), change, then.maxDeviation, leave, enter, deviations);
    }

    private static String code(Term term) {
        return term.name().toLowerCase(Locale.ROOT);
    }
}
