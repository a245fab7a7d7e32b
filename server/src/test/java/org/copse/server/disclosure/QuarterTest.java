package org.copse.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void isThreeWholeMonths() {
        Quarter quarter = Quarter.find("2024-Q1").orElseThrow();
        assertThat(quarter.first()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(quarter.last()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(quarter.key()).isEqualTo("2024-Q1");
        assertThat(Quarter.of(YearMonth.of(2024, 12)).key()).isEqualTo("2024-Q4");
        assertThat(quarter).isLessThan(Quarter.of(YearMonth.of(2024, 4)));
    }

    @Test
    void knowsNoOtherKey() {
        for (String key : new String[] {"2024", "2024-Q5", "2024-q1", "24-Q1", "2024-Q1 ", ""}) {
            assertThat(Quarter.find(key)).as(key).isEmpty();
        }
    }
}
