package org.copse.planning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;

class FairnessMeasuringTest {
    private static final int SIDE = 12;
    private static final double WALK = 4000.0 / 60;

    /** The figures of fairness/reference.py, which shares no code with the engine. */
    @Test
    void agreesWithAnIndependentComputation() {
        District district = district();
        Fairness fairness = new FairnessMeasuring(district.problem, district.plan, 140, WALK).of(district.groups);
        Map<String, Double> figures = new HashMap<>();
        figures.put("communitiesSplit", (double) fairness.communitiesSplit());
        figures.put("residentsApart", fairness.residentsApart());
        for (Fairness.OfGroup group : fairness.groups()) {
            figures.put(group.name() + ".people", group.people());
            figures.put(group.name() + ".dissimilarity", group.dissimilarity());
            figures.put(group.name() + ".isolation", group.isolation());
            figures.put(group.name() + ".packedBeats", (double) group.packedBeats());
            figures.put(group.name() + ".packedPeople", group.packedPeople());
            figures.put(group.name() + ".concentrations", (double) group.concentrations());
            figures.put(group.name() + ".concentrationsSplit", (double) group.concentrationsSplit());
            figures.put(group.name() + ".hoursPerThousand", group.hoursPerThousand());
            figures.put(group.name() + ".minutesToContact", group.minutesToContact());
        }
        figures.put("everyone.hoursPerThousand", fairness.everyone().hoursPerThousand());
        figures.put("everyone.minutesToContact", fairness.everyone().minutesToContact());
        worst(figures, "leastHours", fairness.leastHours());
        worst(figures, "mostMinutes", fairness.mostMinutes());
        Map<String, Double> expected = new HashMap<>();
        lines("figures.csv")
                .forEach(line -> expected.put(line.split(",", -1)[0], Double.parseDouble(line.split(",", -1)[1])));
        assertThat(figures.keySet()).isEqualTo(expected.keySet());
        assertThat(figures).allSatisfy((name, value) -> assertThat(value)
                .as(name)
                .isCloseTo(expected.get(name), within(1e-9 * Math.max(1, Math.abs(value)))));
    }

    @Test
    void countsAllResidentsAsNeitherApartNorPacked() {
        District district = district();
        Fairness.OfGroup everyone = new FairnessMeasuring(district.problem, district.plan, 140, WALK)
                .of(List.of())
                .everyone();
        assertThat(everyone.dissimilarity()).isZero();
        assertThat(everyone.isolation()).isCloseTo(1, within(1e-12));
        assertThat(everyone.packedBeats()).isZero();
    }

    @Test
    void saysNothingOfAGroupThatNobodyBelongsTo() {
        District district = district();
        Group nobody = new Group("nobody", new double[district.problem.unitCount()]);
        Fairness.OfGroup figures = new FairnessMeasuring(district.problem, district.plan, 140, WALK)
                .of(List.of(nobody))
                .groups()
                .get(0);
        assertThat(figures).isEqualTo(new Fairness.OfGroup("nobody", 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void doesNotChangeWithTheOrderOfBeats() {
        District district = district();
        int[] turned = district.plan.beatOfUnit();
        for (int unit = 0; unit < turned.length; unit++) {
            turned[unit] = 11 - turned[unit];
        }
        Fairness one = new FairnessMeasuring(district.problem, district.plan, 140, WALK).of(district.groups);
        Fairness other = new FairnessMeasuring(district.problem, Plan.ofBeats(turned), 140, WALK).of(district.groups);
        assertThat(other.groups().get(0).dissimilarity())
                .isCloseTo(one.groups().get(0).dissimilarity(), within(1e-12));
        assertThat(other.leastHours().value()).isCloseTo(one.leastHours().value(), within(1e-12));
    }

    @Test
    void refusesMorePeopleThanLiveThere() {
        District district = district();
        double[] people = new double[district.problem.unitCount()];
        people[3] = 1e6;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FairnessMeasuring(district.problem, district.plan, 140, WALK)
                        .of(List.of(new Group("too many", people))))
                .withMessageContaining("too many")
                .withMessageContaining("unit u3");
    }

    private static void worst(Map<String, Double> figures, String name, Fairness.WorstServed worst) {
        figures.put(name, worst.value());
        figures.put(name + ".a", worst.groupShares().get(0));
        figures.put(name + ".b", worst.groupShares().get(1));
    }

    private record District(PlanningProblem problem, Plan plan, List<Group> groups) {}

    private static District district() {
        List<String[]> rows = lines("units.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        List<PlanningUnit> units = new ArrayList<>();
        double[][] people = new double[2][rows.size()];
        int[] communities = new int[rows.size()];
        int[] beats = new int[rows.size()];
        UnitGraph.Builder graph = UnitGraph.builder(rows.size());
        for (int n = 0; n < rows.size(); n++) {
            String[] row = rows.get(n);
            double residents = Double.parseDouble(row[2]);
            units.add(new PlanningUnit(
                    "u" + n, residents / 100, residents, Double.parseDouble(row[0]), Double.parseDouble(row[1]), 1, 4));
            people[0][n] = Double.parseDouble(row[3]);
            people[1][n] = Double.parseDouble(row[4]);
            communities[n] = Integer.parseInt(row[5]);
            beats[n] = Integer.parseInt(row[6]);
            if (n % SIDE > 0) {
                graph.edge(Edge.touching(n - 1, n, 1));
            }
            if (n >= SIDE) {
                graph.edge(Edge.touching(n - SIDE, n, 1));
            }
        }
        PlanningProblem problem = PlanningProblem.builder(units, graph.build())
                .staffing(Staffing.sectors(12, 1))
                .communities(communities)
                .build();
        return new District(
                problem, Plan.ofBeats(beats), List.of(new Group("a", people[0]), new Group("b", people[1])));
    }

    private static List<String> lines(String file) {
        try (InputStream in = FairnessMeasuringTest.class.getResourceAsStream("/fairness/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
