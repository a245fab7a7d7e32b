package org.copse.statistics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.near.Barriers;
import org.copse.statistics.near.Neighbours;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LocalTestsTest {
    private static final CellGrid GRID =
            CellGrid.over(new GeometryFactory().toGeometry(new Envelope(0, 2_000, 0, 2_000)), CellShape.SQUARE, 100);
    private static final Neighbours TOUCHING = Neighbours.touching(GRID, Barriers.none());

    private static double[] noise(long seed) {
        Random random = new Random(seed);
        double[] values = new double[GRID.size()];
        Arrays.setAll(values, i -> random.nextInt(5));
        return values;
    }

    @Test
    void findsAPlantedHotspotAndLittleElse() {
        double[] values = noise(3);
        for (int column = 8; column <= 10; column++) {
            for (int row = 8; row <= 10; row++) {
                values[GRID.cell(column, row)] += 9;
            }
        }
        LocalTest test = GiStar.of(values, TOUCHING);
        assertThat(test.certainty(GRID.cell(9, 9))).isEqualTo(Certainty.MORE_VERY_SURE);
        assertThat(test.certainty(GRID.cell(2, 2))).isEqualTo(Certainty.NOT_SURE);
        assertThat(LocalMoran.of(values, TOUCHING).kinds()[GRID.cell(9, 9)]).isEqualTo(LocalMoran.Kind.HIGH_AMONG_HIGH);
    }

    /** Under chance alone a q of 5 % lets a map raise any alarm in about one of twenty. */
    @Test
    void raisesFewFalseAlarms() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            LocalTest test = GiStar.of(noise(seed), TOUCHING);
            boolean any = false;
            for (int cell = 0; cell < GRID.size(); cell++) {
                any |= test.certainty(cell) != Certainty.NOT_SURE;
            }
            alarms += any ? 1 : 0;
        }
        assertThat(alarms).isLessThan(30);
    }

    @Test
    void nothingToCompareIsNotTested() {
        Neighbours alone = Neighbours.of(new int[][] {{}});
        assertThat(GiStar.of(new double[] {5}, alone).certainty(0)).isEqualTo(Certainty.NOT_TESTED);
        assertThat(LocalMoran.of(new double[] {5}, alone).kinds()[0]).isEqualTo(LocalMoran.Kind.NOT_TESTED);
        double[] same = new double[GRID.size()];
        Arrays.fill(same, 0.1);
        assertThat(GiStar.of(same, TOUCHING).tested()).isZero();
        assertThat(LocalMoran.of(same, TOUCHING).test().tested()).isZero();
    }

    @Test
    void aCellWithoutAValueIsNobodysNeighbour() {
        double[] values = noise(1);
        int hole = GRID.cell(5, 5);
        values[hole] = Double.NaN;
        LocalTest test = GiStar.of(values, TOUCHING);
        assertThat(test.certainty(hole)).isEqualTo(Certainty.NOT_TESTED);
        assertThat(test.tested()).isEqualTo(GRID.size() - 1);
        assertThat(LocalMoran.of(values, TOUCHING).test().tested()).isEqualTo(GRID.size() - 1);
    }

    @Test
    void fewPeopleDoNotShout() {
        double[] counts = {100, 2, 100, 100, 0};
        double[] residents = {10_000, 40, 10_000, 10_000, 0};
        Rates rates = Rates.of(counts, residents);
        assertThat(rates.deviates()[1]).isLessThan(3.0);
        assertThat(rates.deviates()[4]).isNaN();
        assertThat(rates.overall()).isCloseTo(302.0 / 30_040, within(1e-12));
        assertThat(Rates.of(new double[] {3}, new double[] {0}).withoutExposure())
                .isEqualTo(3);
    }

    @Test
    void benjaminiHochbergByHand() {
        double[] q = FalseDiscovery.benjaminiHochberg(new double[] {0.01, 0.04, Double.NaN, 0.03, 0.5});
        assertThat(q[0]).isCloseTo(0.04, within(1e-15));
        assertThat(q[1]).isCloseTo(0.16 / 3, within(1e-15));
        assertThat(q[3]).isCloseTo(0.16 / 3, within(1e-15));
        assertThat(q[4]).isEqualTo(0.5);
        assertThat(q[2]).isNaN();
    }

    /** Values of the normal distribution from tables of 15 digits. */
    @Test
    void tailsOfTheNormalDistribution() {
        assertThat(Normal.twoSided(0)).isEqualTo(1);
        assertThat(Normal.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(Normal.twoSided(-3.290526731491896)).isCloseTo(0.001, within(1e-15));
        assertThat(Normal.twoSided(10)).isCloseTo(1.523970604832105e-23, within(1e-34));
        assertThat(Normal.twoSided(37)).isPositive().isLessThan(1e-298);
    }

    @Test
    void classesOfChange() {
        int periods = 8;
        LocalTest[] tests = new LocalTest[periods];
        for (int t = 0; t < periods; t++) {
            double rising = 1 + t;
            double falling = 8 - t;
            boolean odd = t % 2 == 1;
            double[] z = {rising, falling, 5 + (odd ? 0.1 : 0), odd ? 5 : 0, 0};
            double[] q = {t < 5 ? 0.2 : 0.001, t < 3 ? 0.001 : 0.2, 0.001, odd ? 0.001 : 0.9, 0.9};
            tests[t] = new LocalTest(z, z, q, q, 5);
        }
        assertThat(Trend.of(tests))
                .containsExactly(Trend.EMERGING, Trend.DIMINISHING, Trend.PERSISTENT, Trend.SPORADIC, Trend.NONE);
        assertThatThrownBy(() -> Trend.of(tests[0], tests[1], tests[2])).hasMessageContaining("at least 4");
        assertThat(Trend.mannKendall(new double[] {1, 2, 3, 4, 5})).isCloseTo(9 / Math.sqrt(50.0 / 3), within(1e-12));
        assertThat(Trend.mannKendall(new double[] {2, 2, 2})).isZero();
    }
}
