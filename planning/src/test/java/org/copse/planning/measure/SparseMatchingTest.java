package org.copse.planning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Matchings that are found along paths, against all that there are. */
class SparseMatchingTest {

    @Test
    void aRowGivesWayWhereThatGainsMoreInAll() {
        assertThat(SparseMatching.of(List.of(Map.of(0, 10.0, 1, 9.0), Map.of(0, 8.0)), 2))
                .containsExactly(1, 0);
    }

    @Test
    void aRowStaysWithoutAColumnWhereAnotherGainsMore() {
        assertThat(SparseMatching.of(List.of(Map.of(0, 3.0), Map.of(0, 5.0), Map.of()), 1))
                .containsExactly(SparseMatching.NONE, 0, SparseMatching.NONE);
    }

    @Test
    void noMatchingGainsMore() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int columns = 1 + random.nextInt(5);
            List<TreeMap<Integer, Double>> gains = Stream.generate(TreeMap<Integer, Double>::new)
                    .limit(1 + random.nextInt(6))
                    .toList();
            for (TreeMap<Integer, Double> row : gains) {
                IntStream.range(0, columns)
                        .filter(column -> random.nextInt(3) > 0)
                        .forEach(column -> row.put(column, 1.0 + random.nextInt(9)));
            }

            int[] matched = SparseMatching.of(gains, columns);

            int[] used = Arrays.stream(matched).filter(column -> column >= 0).toArray();
            assertThat(used).as("seed " + seed).doesNotHaveDuplicates();
            double gain = IntStream.range(0, matched.length)
                    .filter(row -> matched[row] >= 0)
                    .mapToDouble(row -> gains.get(row).get(matched[row]))
                    .sum();
            assertThat(gain).as("seed " + seed).isCloseTo(most(gains, 0, new boolean[columns]), within(1e-9));
        }
    }

    /** Tries every column for every row. */
    private static double most(List<? extends Map<Integer, Double>> gains, int row, boolean[] taken) {
        if (row == gains.size()) {
            return 0;
        }
        double most = most(gains, row + 1, taken);
        for (Map.Entry<Integer, Double> one : gains.get(row).entrySet()) {
            if (!taken[one.getKey()]) {
                taken[one.getKey()] = true;
                most = Math.max(most, one.getValue() + most(gains, row + 1, taken));
                taken[one.getKey()] = false;
            }
        }
        return most;
    }
}
