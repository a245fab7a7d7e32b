package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.copse.geoimport.district.District;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.AccessWeights;
import org.copse.planning.workload.ConflictWeights;
import org.copse.planning.workload.IncidentCounts;
import org.copse.planning.workload.Initiated;
import org.copse.planning.workload.Minutes;
import org.copse.planning.workload.PlaceWeights;
import org.copse.planning.workload.Reach;
import org.copse.planning.workload.UnitEvidence;
import org.copse.planning.workload.VisitMinutes;
import org.copse.planning.workload.Workload;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each criterion bites: doubled on the west side of the sample city, that side's beats shrink. */
class CriteriaBiteIT {
    private static final int OFFICERS = 40;

    /** A bite must show through what one search happens to find. */
    private static final int SEEDS = 4;

    @TempDir
    static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static District city;

    private static boolean[] west = new boolean[0];

    @BeforeAll
    static void readTheCity() {
        PlanFiles files = new PlanFiles();
        SampleCity sample = new SampleCity(folder);
        files.units = sample.file("units.zip");
        files.incidents = sample.file("incidents.csv");
        files.worship = sample.file("worship.geojson");
        files.places = sample.file("places.csv");
        files.bases = sample.file("bases.csv");
        files.mix = List.of("ORIG_EU", "ORIG_NAFR", "ORIG_MIDE", "ORIG_OTH");
        city = new DistrictReader(files, doing -> {}).read();
        PlanningProblem problem =
                city.problem(city.workload(WorkloadWeights.defaults())).build();
        double[] x = problem.units().stream().mapToDouble(u -> u.xMetres()).toArray();
        double middle = Arrays.stream(x).sorted().toArray()[x.length / 2];
        west = new boolean[x.length];
        for (int u = 0; u < x.length; u++) {
            west[u] = x[u] < middle;
        }
    }

    @Test
    void moreResidentsShrinkBeats() {
        bites(
                weights(w -> w),
                unit -> new UnitEvidence(
                        unit.id(),
                        2 * unit.residents(),
                        unit.residentsEstimated(),
                        unit.ambientPeople(),
                        unit.inhabitedSquareKilometres(),
                        unit.incidents(),
                        unit.places(),
                        unit.groups(),
                        unit.indices(),
                        unit.toBase(),
                        unit.toCentre()));
    }

    @Test
    void moreOfTheChosenGroupsShrinkBeats() {
        WorkloadWeights weights = city.complete(weights(w -> w));
        // The mix is capped, so that doubling it moves less than other criteria do.
        bites(weights, 0.15, unit -> unit.withMix(scaled(unit.groups(), n -> 2 * n), unit.indices()));
    }

    @Test
    void moreIncidentsShrinkBeats() {
        WorkloadWeights weights = weights(w -> new WorkloadWeights(
                w.profile(),
                w.contact(),
                w.mix(),
                new ConflictWeights(minutes(60), Map.of(), w.conflict().categories()),
                w.places(),
                w.travel(),
                w.access(),
                w.officer()));
        bites(weights, unit -> {
            Map<String, Initiated> twice = new LinkedHashMap<>();
            unit.incidents().byCategory().forEach((category, n) -> twice.put(category, n.plus(n)));
            return unit.withIncidents(new IncidentCounts(unit.incidents().months(), twice));
        });
    }

    @Test
    void morePlacesShrinkBeats() {
        WorkloadWeights weights = weights(w -> new WorkloadWeights(
                w.profile(),
                w.contact(),
                w.mix(),
                w.conflict(),
                new PlaceWeights(Map.of(), new VisitMinutes(minutes(45), 12)),
                w.travel(),
                w.access(),
                w.officer()));
        bites(weights, unit -> {
            Map<String, Integer> twice = new LinkedHashMap<>();
            unit.places().forEach((type, n) -> twice.put(type, 2 * n));
            return unit.withPlaces(twice);
        });
    }

    @Test
    void longerWaysShrinkBeats() {
        WorkloadWeights weights = weights(w -> new WorkloadWeights(
                w.profile(),
                w.contact(),
                w.mix(),
                w.conflict(),
                w.places(),
                w.travel(),
                new AccessWeights(60, 1, w.access().rings(), "the criterion alone, so that its bite is seen", "test"),
                w.officer()));
        bites(
                weights,
                unit -> unit.withReach(
                        new Reach.Measured(2 * unit.toBase().minutes(weights.access())),
                        new Reach.Measured(2 * unit.toCentre().minutes(weights.access()))));
    }

    private static void bites(WorkloadWeights weights, UnaryOperator<UnitEvidence> doubled) {
        bites(weights, 0.5, doubled);
    }

    private static void bites(WorkloadWeights weights, double beatsMore, UnaryOperator<UnitEvidence> doubled) {
        List<UnitEvidence> after = new ArrayList<>();
        for (int u = 0; u < city.size(); u++) {
            UnitEvidence unit = city.evidence().get(u);
            after.add(west[u] ? doubled.apply(unit) : unit);
        }
        double beatsBefore = beatsInTheWest(city.workload(weights));
        double beatsAfter = beatsInTheWest(Workload.estimate(after, weights));
        assertThat(beatsAfter)
                .as("beats that share the same western residents; before %.2f", beatsBefore)
                .isGreaterThan(beatsBefore + beatsMore);
    }

    /** Returns how many beats the people in the west share, a beat that reaches east counting by its part in the west. */
    private static double beatsInTheWest(WorkloadTable hours) {
        // Even hours before short borders: what is asked is whether hours follow the criterion.
        PlanningProblem problem = city.problem(hours)
                .staffing(Staffing.sectors(OFFICERS, 6))
                .softWeights(SoftWeights.of(Favour.BALANCED).with(SoftTerm.BALANCE, 8))
                .build();
        double beats = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            beats += beatsInTheWest(plan(problem, seed)) / SEEDS;
        }
        return beats;
    }

    private static Plan plan(PlanningProblem problem, int seed) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(300_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
    }

    private static double beatsInTheWest(Plan plan) {
        double beats = 0;
        for (int b = 0; b < plan.beatCount(); b++) {
            double all = 0;
            double inTheWest = 0;
            for (int unit : plan.unitsOfBeat(b)) {
                double residents = city.evidence().get(unit).residents();
                all += residents;
                inTheWest += west[unit] ? residents : 0;
            }
            beats += all == 0 ? 0 : inTheWest / all;
        }
        return beats;
    }

    private static WorkloadWeights weights(UnaryOperator<WorkloadWeights> change) {
        return change.apply(WorkloadWeights.defaults());
    }

    private static Minutes minutes(double minutes) {
        return new Minutes(minutes, "enough for its bite to be seen", "test");
    }

    private static Map<String, Double> scaled(Map<String, Double> values, DoubleUnaryOperator by) {
        Map<String, Double> scaled = new LinkedHashMap<>();
        values.forEach((name, value) -> scaled.put(name, by.applyAsDouble(value)));
        return scaled;
    }
}
