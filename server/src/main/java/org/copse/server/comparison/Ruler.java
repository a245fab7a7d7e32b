package org.copse.server.comparison;

import java.util.Arrays;
import java.util.List;
import org.copse.geoimport.district.District;
import org.copse.planning.measure.Group;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.UnitEvidence;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;

/** What plans are measured by: one district, one set of weights, one tolerance, whatever each plan was made with. */
public final class Ruler {
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    private final String name;
    private final District district;
    private final WorkloadTable hours;
    private final Tolerance tolerance;
    private final double[] residents;

    /** @param name of the scenario, or of the file of weights */
    public Ruler(String name, District district, WorkloadWeights weights, Tolerance tolerance) {
        this.name = name;
        this.district = district;
        this.hours = district.workload(district.complete(weights));
        this.tolerance = tolerance;
        this.residents = district.evidence().stream()
                .mapToDouble(UnitEvidence::residents)
                .toArray();
    }

    String name() {
        return name;
    }

    /** Returns the district whose units are compared. */
    public District district() {
        return district;
    }

    /** Returns the hours of the units. */
    public WorkloadTable hours() {
        return hours;
    }

    /** Returns the residents of each unit; not to be changed. */
    public double[] residents() {
        return residents;
    }

    /** Returns the residents of the whole district. */
    public double totalResidents() {
        return Arrays.stream(residents).sum();
    }

    /** Returns the problem that has as many officers and sectors as a plan. */
    PlanningProblem problem(Plan plan) {
        int[] teams = new int[plan.sectorCount()];
        for (int beat = 0; beat < plan.beatCount(); beat++) {
            teams[plan.sectorOfBeat(beat)]++;
        }
        return district.problem(hours)
                .staffing(Staffing.perSector(teams))
                .tolerance(tolerance)
                .build();
    }

    /** Returns what a plan is measured as having put first: balance, where this district lacks what it did put first. */
    Favour favour(Favour made) {
        boolean lacking = (made == Favour.COMMUNITIES && !district.hasCommunities())
                || (made == Favour.LEAST_CHANGE && !district.hasInForce());
        return lacking ? Favour.BALANCED : made;
    }

    double hoursPerOfficer() {
        return hours.weights().officer().hoursPerMonth();
    }

    /** On foot or by bicycle, as the weights say officers get around. */
    double metresPerMinute() {
        return hours.weights().travel().kilometresPerHour() * METRES_PER_KILOMETRE / MINUTES_PER_HOUR;
    }

    List<Group> groups() {
        return ChosenGroups.of(district.evidence());
    }
}
