package org.copse.statistics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.statistics.Reference;
import org.copse.statistics.near.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gi*, local Moran's I and q against R's spdep, on a grid of queens' neighbours and on a graph of places. */
class AgainstSpdepTest {
    private static final double TOLERANCE = 1e-9;

    private static Neighbours neighbours(Reference reference) {
        return Neighbours.of(IntStream.range(0, reference.size())
                .mapToObj(row -> Stream.of(reference.text(row, "neighbours").split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new));
    }

    private static void near(double[] found, double[] wanted) {
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("row %d", i)
                    .isCloseTo(wanted[i], within(TOLERANCE * Math.max(1, Math.abs(wanted[i]))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid.csv", "graph.csv"})
    void giStarAndItsQ(String name) {
        Reference reference = Reference.read(name);
        LocalTest test = GiStar.of(reference.numbers("value"), neighbours(reference));
        near(test.z(), reference.numbers("gi"));
        near(test.p(), reference.numbers("p"));
        near(test.q(), reference.numbers("q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid.csv", "graph.csv"})
    void localMoran(String name) {
        Reference reference = Reference.read(name);
        LocalMoran moran = LocalMoran.of(reference.numbers("value"), neighbours(reference));
        near(moran.test().statistic(), reference.numbers("ii"));
        near(moran.test().z(), reference.numbers("zii"));
    }

    /** spdep keeps the deviates to itself, and tells Moran's I of them: the mean of ours over their variance. */
    @Test
    void deviatesOfRates() {
        Reference reference = Reference.read("grid.csv");
        Rates rates = Rates.of(reference.numbers("value"), reference.numbers("exposure"));
        LocalMoran moran = LocalMoran.of(rates.deviates(), neighbours(reference));
        double global = IntStream.range(0, reference.size())
                .mapToDouble(i -> moran.test().statistic()[i])
                .average()
                .orElseThrow();
        assertThat(global).isCloseTo(Reference.read("numbers.csv").numbers("value")[0], within(1e-9));
    }

    /** Two programs that draw 1,999 lots each differ by chance, at p = 0.5 by 0.016 in standard deviation, doubled for two sides. */
    @Test
    void permutedMoran() {
        Reference reference = Reference.read("grid.csv");
        double[] wanted = reference.numbers("pdrawn");
        double[] found = LocalMoran.permuted(reference.numbers("value"), neighbours(reference), 1_999, 7)
                .test()
                .p();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).as("row %d", i).isCloseTo(wanted[i], within(0.12));
        }
    }

    @Test
    void drawsTheSameLotsForTheSameSeed() {
        Reference reference = Reference.read("grid.csv");
        double[] values = reference.numbers("value");
        Neighbours neighbours = neighbours(reference);
        double[] once = GiStar.permuted(values, neighbours, 199, 7).p();
        assertThat(GiStar.permuted(values, neighbours, 199, 7).p()).isEqualTo(once);
        assertThat(GiStar.permuted(values, neighbours, 199, 8).p()).isNotEqualTo(once);
    }
}
