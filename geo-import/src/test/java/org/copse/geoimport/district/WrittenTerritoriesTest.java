package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** What is written of a plan's land, after coordinates are rounded: valid, without gap or overlap, and in one piece. */
class WrittenTerritoriesTest {
    private static final int TOWNS = 6;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void beatsOfGeneratedTownsAreValidAndInOnePiece(int batch) {
        for (int seed = batch * TOWNS; seed < (batch + 1) * TOWNS; seed++) {
            check("town " + seed, new StreetTown(seed).map(), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {70, 130, 220, 400})
    void beatOfAnIslandAndTheNearestUnitIsInOnePiece(double metres) {
        for (int seed = 0; seed < TOWNS; seed++) {
            UnitMap map = new StreetTown(seed).withIsland(metres).map();
            int island = map.size() - 1;
            int[] beatOfUnit = new int[map.size()];
            UnitGraph graph = map.adjacency().graph();
            assertThat(graph.degree(island)).isEqualTo(1);
            beatOfUnit[island] = 1;
            beatOfUnit[graph.neighbour(island, 0)] = 1;

            Geometry[] land = written(map, Territories.union(map.territories(), beatOfUnit, 2));

            assertThat(land[1].isValid()).isTrue();
            if (map.metric(graph.neighbour(island, 0)).getNumGeometries() == 1) {
                assertThat(land[1].getNumGeometries()).as("seed " + seed).isEqualTo(1);
            }
            assertThat(CoverageValidator.isValid(written(map, map.territories())))
                    .isTrue();
        }
    }

    static void check(String name, UnitMap map, long seed) {
        Geometry[] units = written(map, map.territories());
        for (int unit = 0; unit < units.length; unit++) {
            assertThat(units[unit].isValid()).as(name + ", unit " + unit).isTrue();
            if (map.metric(unit).getNumGeometries() == 1) {
                assertThat(units[unit].getNumGeometries())
                        .as(name + ", pieces of unit " + unit)
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(CoverageValidator.isValid(units)).as(name + ", units").isTrue();
        Random random = new Random(seed);
        for (int beats : new int[] {2, 5, Math.max(6, map.size() / 4)}) {
            int[] beatOfUnit = connectedBeats(map, Math.min(beats, map.size()), random);
            int count = Arrays.stream(beatOfUnit).max().orElseThrow() + 1;
            Geometry[] land = written(map, Territories.union(map.territories(), beatOfUnit, count));
            for (int beat = 0; beat < count; beat++) {
                assertThat(land[beat].isValid()).as(name + ", beat " + beat).isTrue();
                if (isWhole(map, beatOfUnit, beat)) {
                    assertThat(land[beat].getNumGeometries())
                            .as(name + ", pieces of beat " + beat + " of " + count)
                            .isEqualTo(1);
                }
            }
            assertThat(CoverageValidator.isValid(land)).as(name + ", beats").isTrue();
            assertThat(Arrays.stream(land).mapToDouble(Geometry::getArea).sum())
                    .isCloseTo(
                            Arrays.stream(units).mapToDouble(Geometry::getArea).sum(),
                            org.assertj.core.data.Percentage.withPercentage(1e-6));
        }
    }

    /** Whether a beat is of units in one part each, so that what is connected can be in one piece. */
    private static boolean isWhole(UnitMap map, int[] beatOfUnit, int beat) {
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] == beat
                    && (map.metric(unit).getNumGeometries() > 1
                            || map.territories().get(unit).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** Grows beats from units at random along neighbours of all kinds: boundaries, streets, corners. */
    private static int[] connectedBeats(UnitMap map, int beats, Random random) {
        UnitGraph graph = map.adjacency().graph();
        int[] beatOfUnit = new int[map.size()];
        Arrays.fill(beatOfUnit, -1);
        List<Integer> open = new ArrayList<>();
        int count = 0;
        for (; count < beats; count++) {
            int unit = random.nextInt(map.size());
            if (beatOfUnit[unit] < 0) {
                beatOfUnit[unit] = count;
                open.add(unit);
            } else {
                break;
            }
        }
        for (int next = 0; next < map.size(); next++) {
            if (open.isEmpty()) {
                int free = firstFree(beatOfUnit);
                if (free < 0) {
                    break;
                }
                beatOfUnit[free] = count++;
                open.add(free);
            }
            while (!open.isEmpty()) {
                int unit = open.remove(random.nextInt(open.size()));
                Deque<Integer> around = new ArrayDeque<>();
                for (int i = 0; i < graph.degree(unit); i++) {
                    if (beatOfUnit[graph.neighbour(unit, i)] < 0) {
                        around.add(graph.neighbour(unit, i));
                    }
                }
                for (int other : around) {
                    beatOfUnit[other] = beatOfUnit[unit];
                    open.add(other);
                }
            }
        }
        return beatOfUnit;
    }

    private static int firstFree(int[] beatOfUnit) {
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] < 0) {
                return unit;
            }
        }
        return -1;
    }

    private static Geometry[] written(UnitMap map, List<Geometry> metric) {
        return metric.stream()
                .map(map.crs()::toLonLat)
                .map(WrittenTerritoriesTest::rounded)
                .toArray(Geometry[]::new);
    }

    private static Geometry rounded(Geometry lonLat) {
        Geometry rounded = lonLat.copy();
        rounded.apply((CoordinateFilter) WrittenTerritoriesTest::round);
        rounded.geometryChanged();
        return rounded;
    }

    private static void round(Coordinate place) {
        place.setX(Math.round(place.x * 1e7) / 1e7);
        place.setY(Math.round(place.y * 1e7) / 1e7);
    }
}
