package org.copse.server.redraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictInputs;
import org.copse.geoimport.district.DistrictLayer;
import org.copse.geoimport.district.UnitMap;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.Settings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A generated town of crooked blocks that meet, with uneven residents, quarters, and beats in force. */
final class GridTown {
    private static final double WEST = 4.3;
    private static final double SOUTH = 50.8;
    private static final double STEP = 0.002;

    private GridTown() {}

    /** Returns the ground of a town of {@code side * side} units, {@code beats} officers and as many columns in force. */
    static Ground ground(int side, int beats, long seed) {
        return ground(side, beats, seed, UUID.randomUUID());
    }

    static Ground ground(int side, int beats, long seed, UUID scenario) {
        DistrictLayer units = new DistrictLayer(
                LayerKind.UNITS,
                "units",
                features(side, beats, seed),
                new FieldRoles(Map.of(
                        Role.ID, "id",
                        Role.POPULATION, "residents",
                        Role.NEIGHBOURHOOD, "quarter",
                        Role.BEAT, "beat")));
        UnitMap map = UnitMap.of(units, Optional.empty(), Optional.empty(), OptionalDouble.empty());
        District district = District.assemble(map, DistrictInputs.none());
        Settings settings =
                new Settings(4_000, beats, 1, null, "{}", List.of(), 0.15, "balanced", 1, 1, null, List.of());
        return new Ground(new Scenario(scenario, "Town", settings, Map.of(), "planner", Instant.EPOCH), district);
    }

    private static List<Feature> features(int side, int beats, long seed) {
        Random random = new Random(seed);
        Coordinate[][] corners = new Coordinate[side + 1][side + 1];
        for (int row = 0; row <= side; row++) {
            for (int column = 0; column <= side; column++) {
                corners[row][column] = new Coordinate(
                        WEST + STEP * (column + 0.6 * (random.nextDouble() - 0.5)),
                        SOUTH + STEP * (row + 0.6 * (random.nextDouble() - 0.5)));
            }
        }
        GeometryFactory geometry = new GeometryFactory();
        List<Feature> features = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                features.add(new Feature(
                        "u" + features.size(),
                        features.size() + 1,
                        geometry.createPolygon(new Coordinate[] {
                            corners[row][column],
                            corners[row][column + 1],
                            corners[row + 1][column + 1],
                            corners[row + 1][column],
                            corners[row][column]
                        }),
                        Map.of(
                                "id", "u" + features.size(),
                                "residents", (long) (300 * Math.exp(0.5 * random.nextGaussian())),
                                "quarter", "q" + row / 3 + column / 3,
                                "beat", "b" + column * beats / side)));
            }
        }
        return features;
    }

    /** Returns the plan of the columns in force. */
    static WorkingPlan columns(Ground ground) {
        PlanOutline outline = new PlanOutline(ground).sector("1", "1");
        int[] area = ground.district().inForce();
        for (int number = 0; number < ground.district().inForceLabels().size(); number++) {
            outline.beat(Integer.toString(number + 1), "1", "Beat " + number, OptionalInt.empty());
        }
        for (int unit = 0; unit < area.length; unit++) {
            outline.assign(ground.unitId(unit), Integer.toString(area[unit] + 1));
        }
        return outline.done();
    }
}
