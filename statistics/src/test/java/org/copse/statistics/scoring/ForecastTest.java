package org.copse.statistics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Four cells of one size, twenty incidents afterwards. */
class ForecastTest {
    private static final double[] AREAS = {1, 1, 1, 1};
    private static final double[] AFTER = {12, 4, 4, 0};

    @Test
    void theBestCellFirst() {
        Forecast forecast = Forecast.of(new double[] {9, 5, 1, 0}, AREAS, new double[] {8, 1, 1, 0}, AFTER, 0.25);
        assertThat(forecast.hits()).isEqualTo(12);
        assertThat(forecast.pai()).isCloseTo(0.6 / 0.25, within(1e-12));
        assertThat(forecast.pei()).isEqualTo(1);
        assertThat(forecast.rri()).isCloseTo(0.6 / 0.8, within(1e-12));
    }

    @Test
    void aMapThatSaysTheSameEverywhereScoresOne() {
        Forecast forecast = Forecast.of(new double[4], AREAS, AFTER, AFTER, 0.3);
        assertThat(forecast.pai()).isCloseTo(1, within(1e-12));
        assertThat(forecast.rri()).isCloseTo(1, within(1e-12));
    }

    @Test
    void partOfACellCountsInPart() {
        Forecast forecast = Forecast.of(new double[] {0, 0, 0, 5}, AREAS, AFTER, AFTER, 0.5);
        assertThat(forecast.hits()).isCloseTo(20.0 / 3, within(1e-12));
        assertThat(forecast.pei()).isCloseTo(20.0 / 3 / 16, within(1e-12));
    }

    @Test
    void cellsNotTestedComeLast() {
        Forecast forecast = Forecast.of(new double[] {Double.NaN, -3, -2, -1}, AREAS, AFTER, AFTER, 0.75);
        assertThat(forecast.hits()).isEqualTo(8);
    }

    @Test
    void nothingAfterwardsHasNoScore() {
        assertThat(Forecast.of(AFTER, AREAS, AFTER, new double[4], 0.5).pai()).isNaN();
        assertThatThrownBy(() -> Forecast.of(AFTER, AREAS, AFTER, AFTER, 0)).hasMessageContaining("outside 0..1");
    }
}
