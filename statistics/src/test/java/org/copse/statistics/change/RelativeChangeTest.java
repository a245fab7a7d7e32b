package org.copse.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeChangeTest {
    /** By R 4: exp of the interaction of {@code glm(n ~ here * after, poisson)} and of its {@code confint.default}. */
    @ParameterizedTest
    @CsvSource({
        "40, 22, 130, 118, 0.605932203389829, 0.340331770426949, 1.078811521605097",
        "5, 9, 300, 250, 2.159999999999977, 0.714682606482614, 6.528212604700351",
        "160, 80, 40, 38, 0.526315789473685, 0.313280839397455, 0.884217211566749"
    })
    void agreesWithALogLinearModel(
            int hereBefore, int hereAfter, int thereBefore, int thereAfter, double ratio, double low, double high) {
        RelativeChange change = RelativeChange.of(hereBefore, hereAfter, thereBefore, thereAfter);
        assertThat(change.ratio()).isCloseTo(ratio, within(1e-9));
        assertThat(change.low()).isCloseTo(low, within(1e-6));
        assertThat(change.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void theSameChangeIsOne() {
        RelativeChange same = RelativeChange.of(20, 10, 200, 100);
        assertThat(same.ratio()).isCloseTo(1, within(1e-12));
        assertThat(same.low()).isLessThan(1);
        assertThat(same.high()).isGreaterThan(1);
    }

    @Test
    void ofNothingThereIsNoRatio() {
        assertThatThrownBy(() -> RelativeChange.of(10, 0, 10, 10)).hasMessageContaining("10, 0, 10, 10");
    }
}
