package org.copse.server.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import org.copse.server.staffing.StaffingAdvice.From;
import org.copse.server.staffing.StaffingAdvice.Norm;
import org.junit.jupiter.api.Test;

class StaffingAdviceTest {
    private static final Norm NORM = new Norm(4000, 63, 180 / 63.0, true, 59);

    @Test
    void beginsWithTheOfficersWhoServe() {
        StaffingAdvice advice = StaffingAdvice.of(180, 250_000, 37, 40, NORM);

        assertThat(advice.suggested()).isEqualTo(37);
        assertThat(advice.from()).isEqualTo(From.OFFICERS);
    }

    @Test
    void withoutOfficersWithTheBeatsInForce() {
        StaffingAdvice advice = StaffingAdvice.of(180, 250_000, 0, 40, NORM);

        assertThat(advice.suggested()).isEqualTo(40);
        assertThat(advice.from()).isEqualTo(From.BEATS_IN_FORCE);
    }

    @Test
    void withNeitherWithTheNorm() {
        StaffingAdvice advice = StaffingAdvice.of(180, 250_000, 0, null, NORM);

        assertThat(advice.suggested()).isEqualTo(63);
        assertThat(advice.from()).isEqualTo(From.NORM);
    }

    @Test
    void neverAsksForMoreOfficersThanUnits() {
        assertThat(StaffingAdvice.of(12, 9_000, 40, null, NORM).suggested()).isEqualTo(12);
    }
}
