package org.copse.samplemaps.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.copse.samplemaps.land.Growth.Cell;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class GrowthTest {

    private static final int SIDE = 20;

    @Test
    void groupsAreConnectedAndOfAboutEqualWeight() {
        List<Map<Integer, Double>> neighbours = chessboard();
        for (int seed = 0; seed < 5; seed++) {
            int[] groups = Growth.groups(cells(), neighbours, 10, new Random(seed));
            for (int g = 0; g < 10; g++) {
                int group = g;
                assertThat(Arrays.stream(groups).filter(other -> other == group).count())
                        .isBetween(18L, 68L);
                assertThat(isConnected(groups, g, neighbours)).isTrue();
            }
        }
    }

    @Test
    void theSameSeedGrowsTheSameGroups() {
        assertThat(Growth.groups(cells(), chessboard(), 7, new Random(3)))
                .isEqualTo(Growth.groups(cells(), chessboard(), 7, new Random(3)));
    }

    @Test
    void refusesCellsThatNoSeedReaches() {
        List<Map<Integer, Double>> apart = new ArrayList<>();
        cells().forEach(cell -> apart.add(Map.of()));
        assertThatThrownBy(() -> Growth.groups(cells(), apart, 2, new Random(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not connected");
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            cells.add(new Cell(new Coordinate(i % SIDE * 100, Math.floorDiv(i, SIDE) * 100), 1));
        }
        return cells;
    }

    private static List<Map<Integer, Double>> chessboard() {
        List<Map<Integer, Double>> neighbours = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            Map<Integer, Double> near = new TreeMap<>();
            if (i % SIDE > 0) {
                near.put(i - 1, 100.0);
            }
            if (i % SIDE < SIDE - 1) {
                near.put(i + 1, 100.0);
            }
            if (i >= SIDE) {
                near.put(i - SIDE, 100.0);
            }
            if (i < SIDE * (SIDE - 1)) {
                near.put(i + SIDE, 100.0);
            }
            neighbours.add(near);
        }
        return neighbours;
    }

    private static boolean isConnected(int[] groups, int group, List<Map<Integer, Double>> neighbours) {
        Set<Integer> members = new HashSet<>();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == group) {
                members.add(i);
            }
        }
        ArrayDeque<Integer> open =
                new ArrayDeque<>(List.of(members.stream().sorted().findFirst().orElseThrow()));
        Set<Integer> reached = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (int next : neighbours.get(open.remove()).keySet()) {
                if (members.contains(next) && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached.equals(members);
    }
}
