package org.copse.planning.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.copse.planning.measure.Fairness.OfGroup;
import org.copse.planning.measure.Fairness.WorstServed;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;

/** Measures who gets what of a plan. A beat has one officer. */
public final class FairnessMeasuring {
    private static final double WORST_SHARE = 0.1;
    private static final double THOUSAND = 1000;

    private final PlanningProblem problem;
    private final Plan plan;
    private final double hoursPerOfficer;
    private final double[] residents;
    private final double total;
    private final double[] ofBeat;
    private final double[] minutes;

    /**
     * Prepares the measuring of a plan.
     *
     * @param problem whose residents, neighbours and communities count
     * @param hoursPerOfficer hours a month that an officer has; over 0
     * @param metresPerMinute on foot; over 0
     */
    public FairnessMeasuring(PlanningProblem problem, Plan plan, double hoursPerOfficer, double metresPerMinute) {
        if (!(hoursPerOfficer > 0) || !(metresPerMinute > 0)) {
            throw new IllegalArgumentException(
                    "an officer of " + hoursPerOfficer + " hours, who walks " + metresPerMinute + " metres a minute");
        }
        this.problem = problem;
        this.plan = plan;
        this.hoursPerOfficer = hoursPerOfficer;
        this.residents =
                problem.units().stream().mapToDouble(PlanningUnit::residents).toArray();
        this.total = Arrays.stream(residents).sum();
        this.ofBeat = byBeat(residents);
        this.minutes = minutes(metresPerMinute);
    }

    private double[] byBeat(double[] people) {
        double[] sums = new double[plan.beatCount()];
        for (int unit = 0; unit < people.length; unit++) {
            sums[plan.beatOf(unit)] += people[unit];
        }
        return sums;
    }

    /** Returns for each unit the minutes straight to the middle of its beat: the mean of its residents' places. */
    private double[] minutes(double metresPerMinute) {
        double[][] middle = new double[2][plan.beatCount()];
        for (int unit = 0; unit < residents.length; unit++) {
            double weight = ofBeat[plan.beatOf(unit)] > 0 ? residents[unit] / ofBeat[plan.beatOf(unit)] : 0;
            middle[0][plan.beatOf(unit)] += weight * problem.unit(unit).xMetres();
            middle[1][plan.beatOf(unit)] += weight * problem.unit(unit).yMetres();
        }
        double[] all = new double[residents.length];
        for (int unit = 0; unit < all.length; unit++) {
            int beat = plan.beatOf(unit);
            all[unit] = Math.hypot(
                            problem.unit(unit).xMetres() - middle[0][beat],
                            problem.unit(unit).yMetres() - middle[1][beat])
                    / metresPerMinute;
        }
        return all;
    }

    /** Returns the figures. A group without people has figures of 0. */
    public Fairness of(List<Group> groups) {
        List<OfGroup> figures = new ArrayList<>();
        for (Group group : groups) {
            requirePeople(group);
            figures.add(figures(group));
        }
        CommunitiesApart communities = CommunitiesApart.of(problem, plan);
        return new Fairness(
                communities.split(),
                communities.residentsApart(),
                figures(new Group("", residents)),
                figures,
                worst(groups, unit -> hoursPerResident(plan.beatOf(unit)), THOUSAND),
                worst(groups, unit -> -minutes[unit], -1));
    }

    private void requirePeople(Group group) {
        if (group.people().length != residents.length) {
            throw new IllegalArgumentException("the group " + group.name() + " has people in " + group.people().length
                    + " units, not in " + residents.length);
        }
        for (int unit = 0; unit < residents.length; unit++) {
            if (!(group.people()[unit] >= 0 && group.people()[unit] <= residents[unit])) {
                throw new IllegalArgumentException("the group " + group.name() + " has " + group.people()[unit]
                        + " people in unit " + problem.unit(unit).id() + " of " + residents[unit] + " residents");
            }
        }
    }

    private OfGroup figures(Group group) {
        double people = Arrays.stream(group.people()).sum();
        double[] inBeat = byBeat(group.people());
        double apart = 0;
        double isolation = 0;
        double hours = 0;
        int packedBeats = 0;
        double packedPeople = 0;
        for (int beat = 0; beat < inBeat.length && people > 0; beat++) {
            double others = total - people;
            apart += Math.abs(inBeat[beat] / people - (others > 0 ? (ofBeat[beat] - inBeat[beat]) / others : 0));
            if (ofBeat[beat] > 0) {
                isolation += inBeat[beat] / people * inBeat[beat] / ofBeat[beat];
                hours += inBeat[beat] / people * hoursPerResident(beat);
                if (people < total / 2 && inBeat[beat] > ofBeat[beat] / 2) {
                    packedBeats++;
                    packedPeople += inBeat[beat];
                }
            }
        }
        double walk = 0;
        for (int unit = 0; unit < residents.length && people > 0; unit++) {
            walk += group.people()[unit] / people * minutes[unit];
        }
        Concentrations concentrations = Concentrations.of(problem, plan, group);
        return new OfGroup(
                group.name(),
                people,
                people < total ? apart / 2 : 0,
                isolation,
                packedBeats,
                packedPeople,
                concentrations.count(),
                concentrations.split(),
                hours * THOUSAND,
                walk);
    }

    private double hoursPerResident(int beat) {
        return hoursPerOfficer / ofBeat[beat];
    }

    /** The tenth with the smallest values; residents who are served alike count in proportion where the tenth ends among them. */
    private WorstServed worst(List<Group> groups, IntToDoubleFunction valueOf, double factor) {
        Map<Double, double[]> alike = new HashMap<>();
        for (int unit = 0; unit < residents.length; unit++) {
            if (residents[unit] > 0) {
                double[] sums = alike.computeIfAbsent(valueOf.applyAsDouble(unit), v -> new double[groups.size() + 1]);
                sums[groups.size()] += residents[unit];
                for (int g = 0; g < groups.size(); g++) {
                    sums[g] += groups.get(g).people()[unit];
                }
            }
        }
        double wanted = total * WORST_SHARE;
        double left = wanted;
        double sum = 0;
        double[] people = new double[groups.size()];
        for (double value : alike.keySet().stream().sorted().toList()) {
            double[] sums = alike.getOrDefault(value, new double[0]);
            double here = sums[groups.size()];
            double taken = Math.min(left, here);
            sum += taken * value;
            for (int g = 0; g < people.length; g++) {
                people[g] += sums[g] * taken / here;
            }
            left -= taken;
            if (left <= 0) {
                break;
            }
        }
        return new WorstServed(
                wanted > 0 ? factor * sum / wanted : 0,
                Arrays.stream(people).mapToObj(p -> wanted > 0 ? p / wanted : 0).toList());
    }
}
