package org.copse.geoimport.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentDatesTest {

    @Test
    void thirtyDaysAcrossAMonthsEndAreThirtyDays() {
        IncidentDates dates = new IncidentDates(Optional.empty());
        LocalDate first = LocalDate.of(2024, 7, 17);
        for (int day = 0; day < 30; day++) {
            assertThat(dates.add(first.plusDays(day).toString())).isTrue();
        }
        assertThat(dates.period()).contains(new IncidentPeriod(first, LocalDate.of(2024, 8, 15)));
        assertThat(dates.months()).isCloseTo(0.98563, within(1e-5));
        assertThat(dates.how()).isEqualTo("from 2024-07-17 to 2024-08-15, 30 days");
    }

    @Test
    void periodsAreDaysFromTheFirstToTheLast() {
        assertThat(days("2024-02-29")).isEqualTo(1);
        assertThat(days("2024-02-28", "2024-03-01")).as("a leap year").isEqualTo(3);
        assertThat(days("2023-02-28", "2023-03-01")).isEqualTo(2);
        assertThat(days("2024-03-30T23:30", "2024-04-01T00:10"))
                .as("clocks go forward")
                .isEqualTo(3);
        assertThat(days("2023-12-31", "2024-01-01")).isEqualTo(2);
        assertThat(days("2024-01-01", "2024-12-31")).isEqualTo(366);
        assertThat(days("03/12/2024", "1.1.2025", "20250131")).isEqualTo(60);
    }

    @Test
    void monthsAloneAreWholeMonths() {
        assertThat(days("2024-02")).isEqualTo(29);
        assertThat(days("2024-11", "202502")).isEqualTo(120);
        assertThat(days("2023", "2024", "2025")).isEqualTo(365 + 366 + 365);
        assertThat(months("1", "2", "12")).isEqualTo(3);
        assertThat(months("--03", "--04")).isEqualTo(2);
    }

    @Test
    void quartersAreAllTheirMonthsAndWeeksTheirSevenDays() {
        assertThat(days("2024-Q1")).isEqualTo(91);
        assertThat(days("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")).isEqualTo(366);
        assertThat(days("T1 2024", "T3 2024")).isEqualTo(274);
        assertThat(days("2024-W07")).isEqualTo(7);
        assertThat(days("2024-W09")).as("over a month's end").isEqualTo(7);
        assertThat(days("2024-W01", "2024-W26")).isEqualTo(26 * 7);
        assertThat(days("2020-W53", "2021-W01")).as("over a year's end").isEqualTo(14);
        assertThat(days("2024-W07", "2024-02-25")).isEqualTo(14);
    }

    @Test
    void aQuarterOrWeekLiesInAPeriodThatHasMostOfItsDays() {
        IncidentDates dates = new IncidentDates(Optional.of(IncidentPeriod.parse("2024-01..2024-02")));
        assertThat(dates.add("2024-Q1")).as("60 of 91 days").isTrue();
        assertThat(dates.add("2024-Q2")).isFalse();
        assertThat(dates.add("2024-W09")).as("4 of 7 days").isTrue();
        assertThat(dates.add("2024-W10")).isFalse();
        assertThat(dates.add("2024")).as("60 of 366 days").isFalse();
    }

    @Test
    void whereAMonthHasBothTheMoreOfThemTell() {
        assertThat(days("2024-01", "2024-02-10")).isEqualTo(41);
        assertThat(days("2024-01-15", "2024-02")).isEqualTo(17 + 29);
        assertThat(days("2024-07-17", "2024-07-19", "2024-07", "2024-08-15")).isEqualTo(30);
        assertThat(days("2024-03", "2024-03", "2024-03-10")).isEqualTo(31);
        assertThat(days("2024", "2024-03-10")).isEqualTo(366);
    }

    @Test
    void textThatIsNoDateIsCountedAsUndated() {
        IncidentDates dates = new IncidentDates(Optional.empty());
        for (String text : List.of("yesterday", "2025-13", "0", "", "2023-02-30")) {
            assertThat(dates.add(text)).isTrue();
        }
        assertThat(dates.undated()).isEqualTo(5);
        assertThat(dates.period()).isEmpty();
        assertThat(dates.months()).isEqualTo(12);
        assertThat(dates.how()).isEqualTo("no incident has a date, taken to be a year");
    }

    @Test
    void fewDatesFarFromAllOthersDoNotStretchThePeriod() {
        IncidentDates dates = new IncidentDates(Optional.empty());
        for (int i = 0; i < 3000; i++) {
            dates.add(i % 2 == 0 ? "2025-01-15" : "2025-12-15");
        }
        dates.add("1900-01-01");
        dates.add("1970-01-01");
        assertThat(dates.how())
                .isEqualTo("from 2025-01-15 to 2025-12-15, 335 days, leaving out the dates of 2 incidents far from all"
                        + " others (between 1900-01 and 2025-12)");
        dates.add("2099-01-01");
        assertThat(dates.period().orElseThrow().days()).isEqualTo(335);
        dates.add("2024-12-31");
        assertThat(dates.period().orElseThrow().first())
                .as("a month next to the others is none of them")
                .isEqualTo("2024-12-31");
    }

    @Test
    void statedPeriodLeavesOutWhatLiesOutsideIt() {
        IncidentDates dates = new IncidentDates(Optional.of(IncidentPeriod.parse("2024-07-17..2024-08-15")));
        assertThat(dates.add("2024-07-16")).isFalse();
        assertThat(dates.add("2024-07-17")).isTrue();
        assertThat(dates.add("2024-08-15T23:59")).isTrue();
        assertThat(dates.add("2024-08-16")).isFalse();
        assertThat(dates.add("2024-07")).as("15 of 31 days").isFalse();
        assertThat(dates.add("2024")).isFalse();
        assertThat(dates.add("--08")).isTrue();
        assertThat(dates.add("--09")).isFalse();
        assertThat(dates.add("no date")).as("nobody knows").isTrue();
        assertThat(dates.outsidePeriod()).isEqualTo(5);
        assertThat(dates.period().orElseThrow().days()).isEqualTo(30);
        assertThat(dates.how()).isEqualTo("stated: from 2024-07-17 to 2024-08-15, 30 days");
    }

    @Test
    void readsPeriods() {
        assertThat(IncidentPeriod.parse("2024-01-15..2024-02-03").days()).isEqualTo(20);
        assertThat(IncidentPeriod.parse(" 2024-01 .. 2024-02 ").days()).isEqualTo(60);
        assertThat(IncidentPeriod.parse("2024").days()).isEqualTo(366);
        assertThat(IncidentPeriod.parse("2024-02").days()).isEqualTo(29);
        assertThat(IncidentPeriod.parse("2024-01-15/2024-01-15").days()).isEqualTo(1);
        assertThat(IncidentPeriod.parse("2024-Q1..2024-Q2").days()).isEqualTo(182);
        assertThat(IncidentPeriod.parse("2024-W07").days()).isEqualTo(7);
        for (String text : List.of("", "..", "2024..", "12", "soon", "2024-02-30..2024-03-01", "07..08")) {
            assertThatThrownBy(() -> IncidentPeriod.parse(text)).hasMessageContaining("is no period");
        }
        assertThatThrownBy(() -> IncidentPeriod.parse("2024-02-01..2024-01-01"))
                .hasMessageContaining("ends on 2024-01-01, before it begins on 2024-02-01");
    }

    private static long days(String... texts) {
        IncidentDates dates = new IncidentDates(Optional.empty());
        List.of(texts).forEach(dates::add);
        return dates.period().orElseThrow().days();
    }

    private static double months(String... texts) {
        IncidentDates dates = new IncidentDates(Optional.empty());
        List.of(texts).forEach(dates::add);
        return dates.months();
    }
}
