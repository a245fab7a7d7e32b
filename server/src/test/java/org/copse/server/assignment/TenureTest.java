package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TenureTest {
    private final Tenure rule = new Tenure(36, 72);
    private final LocalDate since = LocalDate.of(2020, 2, 29);

    @Test
    void warnsBeforeTheMinimumAndAfterTheMaximum() {
        assertThat(rule.stage(since, LocalDate.of(2023, 2, 27))).isEqualTo(Tenure.Stage.BEFORE_MINIMUM);
        assertThat(rule.stage(since, LocalDate.of(2023, 2, 28))).isEqualTo(Tenure.Stage.BETWEEN);
        assertThat(rule.stage(since, LocalDate.of(2026, 2, 27))).isEqualTo(Tenure.Stage.DUE);
        assertThat(rule.stage(since, LocalDate.of(2026, 2, 28))).isEqualTo(Tenure.Stage.AFTER_MAXIMUM);
    }

    @Test
    void saysHalfAYearAheadThatSomebodyIsDue() {
        assertThat(rule.stage(since, LocalDate.of(2025, 8, 27))).isEqualTo(Tenure.Stage.BETWEEN);
        assertThat(rule.stage(since, LocalDate.of(2025, 8, 28))).isEqualTo(Tenure.Stage.DUE);
    }

    @Test
    void refusesAMaximumThatIsNotAboveTheMinimum() {
        assertThatThrownBy(() -> new Tenure(36, 36)).hasMessageContaining("36 and 36");
        assertThatThrownBy(() -> new Tenure(-1, 36)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Tenure(36, 601)).hasMessageContaining("600");
    }
}
