package org.copse.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Controls for pilots, against what can be reckoned by hand and by trying everything. */
class SiteMatchingTest {

    @Test
    void weighsMeasuresAlikeWhateverTheirUnits() {
        // residents and km²: standard deviations 1,000 and 1; sites 0 and 1 differ by two of the first and none of the
        // second
        double[][] values = {{1000, 3}, {3000, 3}, {2000, 2}, {2000, 4}, {2000, 3}};
        SiteMatching matching = new SiteMatching(values);
        double spread = Math.sqrt(2_000_000 / 4.0);
        assertThat(matching.spread(0)).isCloseTo(spread, within(1e-9));
        assertThat(matching.spread(1)).isCloseTo(Math.sqrt(2 / 4.0), within(1e-12));
        assertThat(matching.distance(0, 1)).isCloseTo(Math.sqrt(Math.pow(2000 / spread, 2) / 2), within(1e-12));
        assertThat(matching.distance(0, 1)).isCloseTo(matching.distance(2, 3), within(1e-12));
        assertThat(matching.match(List.of(0), List.of(1, 2, 3, 4), 1))
                .extracting(SiteMatching.Pair::control)
                .containsExactly(4);
    }

    @Test
    void saysThatAMeasureTellsNothingWhereItIsTheSameEverywhere() {
        SiteMatching matching = new SiteMatching(new double[][] {{5, 1}, {5, 2}, {5, 4}});
        assertThat(matching.spread(0)).isZero();
        assertThat(matching.match(List.of(0), List.of(1, 2), 1).get(0).control())
                .isEqualTo(1);
    }

    @Test
    void givesFewerControlsWhereThereAreTooFew() {
        SiteMatching matching = new SiteMatching(new double[][] {{1}, {2}, {3}, {9}});
        assertThat(matching.match(List.of(0, 1), List.of(2, 3), 3)).hasSize(2);
        assertThat(matching.match(List.of(0, 1), List.of(), 1)).isEmpty();
    }

    @Test
    void findsTheLeastSumOfDistances() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[][] values = new double[8][3];
            for (double[] site : values) {
                for (int m = 0; m < site.length; m++) {
                    site[m] = random.nextInt(20) * Math.pow(10, m);
                }
            }
            SiteMatching matching = new SiteMatching(values);
            List<Integer> pilots = List.of(0, 1, 2);
            List<Integer> candidates = List.of(3, 4, 5, 6, 7);
            List<SiteMatching.Pair> pairs = matching.match(pilots, candidates, 1);
            assertThat(pairs).extracting(SiteMatching.Pair::control).doesNotHaveDuplicates();
            double sum = pairs.stream().mapToDouble(SiteMatching.Pair::distance).sum();
            assertThat(sum).isCloseTo(least(matching, pilots, new ArrayList<>(candidates), 0), within(1e-9));
        }
    }

    private static double least(SiteMatching matching, List<Integer> pilots, List<Integer> left, int pilot) {
        if (pilot == pilots.size()) {
            return 0;
        }
        return IntStream.range(0, left.size())
                .mapToDouble(i -> {
                    List<Integer> rest = new ArrayList<>(left);
                    int control = rest.remove(i);
                    return matching.distance(pilots.get(pilot), control) + least(matching, pilots, rest, pilot + 1);
                })
                .min()
                .orElseThrow();
    }
}
