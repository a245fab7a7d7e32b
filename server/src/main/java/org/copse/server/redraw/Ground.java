package org.copse.server.redraw;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.scenario.Scenario;

/** What a scenario's plans stand on: its district and the hours of each unit. It stays the same for as long as the scenario is there. */
final class Ground {
    private final Scenario scenario;
    private final District district;
    private final WorkloadTable hours;
    private final PlanningProblem problem;
    private final Map<String, Integer> unitById = new HashMap<>();

    Ground(Scenario scenario, District district) {
        this.scenario = scenario;
        this.district = district;
        this.hours = district.workload(district.complete(scenario.settings().workloadWeights()));
        this.problem = problem(hours);
        for (int unit = 0; unit < district.size(); unit++) {
            unitById.put(problem.unit(unit).id(), unit);
        }
    }

    private PlanningProblem problem(WorkloadTable table) {
        return district.problem(table)
                .staffing(Staffing.sectors(1, 1))
                .tolerance(Tolerance.ofBeats(scenario.settings().tolerance()))
                .build();
    }

    UUID scenarioId() {
        return scenario.id();
    }

    Scenario scenario() {
        return scenario;
    }

    District district() {
        return district;
    }

    int size() {
        return district.size();
    }

    /** Returns the hours of each unit, as the scenario weighs them. */
    WorkloadTable hours() {
        return hours;
    }

    /** Returns the hours of each unit under other weights. */
    WorkloadTable hours(WorkloadWeights weights) {
        return district.workload(district.complete(weights));
    }

    /** Returns the problem of one officer; a plan's own has its staffing. */
    PlanningProblem problem() {
        return problem;
    }

    String unitId(int unit) {
        return problem.unit(unit).id();
    }

    Optional<Integer> findUnit(String id) {
        return Optional.ofNullable(unitById.get(id));
    }
}
