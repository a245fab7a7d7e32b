package org.copse.geoimport.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.copse.geoimport.DateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/24 11:15 PM | 2024-04-03T23:15 | 2024-03-04T23:15",
                "03/04/2024 12:05 am | 2024-04-03T00:05 | 2024-03-04T00:05",
                "03/04/2024 12:05 p.m. | 2024-04-03T12:05 | 2024-03-04T12:05",
                "25/12/99 | 1999-12-25 | 1999-12-25",
                "12/25/24 | 2024-12-25 | 2024-12-25",
                "3.4.24 7.30 | 2024-04-03T07:30 | 2024-03-04T07:30",
                "03.04.2024 14:30 Uhr | 2024-04-03T14:30 | 2024-03-04T14:30",
                "03/04/2024 à 14h30 | 2024-04-03T14:30 | 2024-03-04T14:30",
                "3 PM | | ",
                "2024-04-03T14:30:15.123Z | 2024-04-03T14:30 | 2024-04-03T14:30",
                "2024-04-03T14:30:15+02:00 | 2024-04-03T14:30 | 2024-04-03T14:30",
                "2024-04-03 14:30:15 CEST | 2024-04-03T14:30 | 2024-04-03T14:30",
                "2024/4/3 | 2024-04-03 | 2024-04-03",
                "20240403 | 2024-04-03 | 2024-04-03",
                "20240403T143000 | 2024-04-03T14:30 | 2024-04-03T14:30",
                "202404031430 | 2024-04-03T14:30 | 2024-04-03T14:30",
                "202404 | 2024-04 | 2024-04",
                "04/2024 | 2024-04 | 2024-04",
                "Apr-24 | 2024-04 | 2024-04",
                "April 2024 | 2024-04 | 2024-04",
                "avr. 2024 | 2024-04 | 2024-04",
                "août 2023 | 2023-08 | 2023-08",
                "2024 März | 2024-03 | 2024-03",
                "أبريل 2024 | 2024-04 | 2024-04",
                "3 April 2024 | 2024-04-03 | 2024-04-03",
                "April 3, 2024 | 2024-04-03 | 2024-04-03",
                "Wed, April 3rd, 2024 | 2024-04-03 | 2024-04-03",
                "03-Apr-24 | 2024-04-03 | 2024-04-03",
                "03-APR-2024 22:10 | 2024-04-03T22:10 | 2024-04-03T22:10",
                "3 maart 2024 | 2024-03-03 | 2024-03-03",
                "1er février 2024 | 2024-02-01 | 2024-02-01",
                "3. März 2024 | 2024-03-03 | 2024-03-03",
                "3 juillet 2024 | 2024-07-03 | 2024-07-03",
                "٣ أبريل ٢٠٢٤ | 2024-04-03 | 2024-04-03",
                "3 نيسان 2024 | 2024-04-03 | 2024-04-03",
                "3 كانون الثاني 2024 | 2024-01-03 | 2024-01-03",
                "٠٣/٠٤/٢٠٢٤ | 2024-04-03 | 2024-03-04",
                "2024-W14-3 | 2024-04-03 | 2024-04-03",
                "45385 | 2024-04-03 | 2024-04-03",
                "45385.9375 | 2024-04-03T22:30 | 2024-04-03T22:30",
                "1712154600 | 2024-04-03T14:30 | 2024-04-03T14:30",
                "1712154600000 | 2024-04-03T14:30 | 2024-04-03T14:30",
                "31/02/2024 | | ",
                "2024-13-01 | | ",
                "32/13/24 | | ",
                "yesterday | | ",
                "Q5 2024 | | ",
                "2024-W54 | | ",
                "2024-W53 | | ",
                "S1 2024 | | ",
                "1er sem. 2024 | | ",
                "Q1 | | ",
                "3k24 | | ",
                "3 Foo 2024 | | ",
                "12345 | | "
            })
    void readsWhatPeopleWrite(String text, String dayFirst, String monthFirst) {
        assertThat(RecordedDate.parse(text, DateOrder.DAY_FIRST)
                        .map(RecordedDate::text)
                        .orElse(null))
                .isEqualTo(dayFirst);
        assertThat(RecordedDate.parse(text, DateOrder.MONTH_FIRST)
                        .map(RecordedDate::text)
                        .orElse(null))
                .isEqualTo(monthFirst);
    }

    /** The first and last days are those of a calendar; those of weeks are from Python's {@code date.fromisocalendar}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-Q1 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "2024Q1 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "Q1 2024 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "q1/2023 | 2023-Q1 | 2023-01-01 | 2023-03-31",
                "Q2-24 | 2024-Q2 | 2024-04-01 | 2024-06-30",
                "1Q24 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "Quarter 3, 2024 | 2024-Q3 | 2024-07-01 | 2024-09-30",
                "4th quarter of 2024 | 2024-Q4 | 2024-10-01 | 2024-12-31",
                "First quarter 2023 | 2023-Q1 | 2023-01-01 | 2023-03-31",
                "1er trim. 2024 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "2ème trimestre 2024 | 2024-Q2 | 2024-04-01 | 2024-06-30",
                "troisième trimestre de 2024 | 2024-Q3 | 2024-07-01 | 2024-09-30",
                "T4 2024 | 2024-Q4 | 2024-10-01 | 2024-12-31",
                "2024 T4 | 2024-Q4 | 2024-10-01 | 2024-12-31",
                "2024K1 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "2e kwartaal 2024 | 2024-Q2 | 2024-04-01 | 2024-06-30",
                "derde kwartaal van 2024 | 2024-Q3 | 2024-07-01 | 2024-09-30",
                "1. Quartal 2024 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "IV. Quartal 2023 | 2023-Q4 | 2023-10-01 | 2023-12-31",
                "2024 Quartal II | 2024-Q2 | 2024-04-01 | 2024-06-30",
                "الربع الأول 2024 | 2024-Q1 | 2024-01-01 | 2024-03-31",
                "الربع الثالث من عام ٢٠٢٤ | 2024-Q3 | 2024-07-01 | 2024-09-30",
                "2024-W07 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "2024W7 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "W07 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "Week 7 of 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "week 7, 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "7e week 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "KW 7/2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "KW 07/24 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "7. KW 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "semaine 7 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "2024-S07 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "الأسبوع 7 2024 | 2024-W07 | 2024-02-12 | 2024-02-18",
                "2020-W53 | 2020-W53 | 2020-12-28 | 2021-01-03",
                "2021-W01 | 2021-W01 | 2021-01-04 | 2021-01-10",
                "2025-W01 | 2025-W01 | 2024-12-30 | 2025-01-05",
                "2024-02 | 2024-02 | 2024-02-01 | 2024-02-29",
                "2023 | 2023 | 2023-01-01 | 2023-12-31",
                "2024-W14-3 | 2024-04-03 | 2024-04-03 | 2024-04-03"
            })
    void quartersAndWeeksStayWhatTheyAre(String text, String read, LocalDate first, LocalDate last) {
        RecordedDate date = RecordedDate.parse(text).orElseThrow();
        assertThat(date.text()).isEqualTo(read);
        assertThat(date.days()).contains(new RecordedDate.Days(first, last));
        assertThat(RecordedDate.parse(read)).as("what is stored reads the same").contains(date);
    }

    @Test
    void aMonthIsKnownWhereAllDaysThatADateMayMeanAreInIt() {
        assertThat(RecordedDate.parse("2024-W07").flatMap(RecordedDate::yearMonth))
                .contains(YearMonth.of(2024, 2));
        assertThat(RecordedDate.parse("2024-W09").flatMap(RecordedDate::yearMonth))
                .as("26 February to 3 March")
                .isEmpty();
        assertThat(RecordedDate.parse("2024-Q1").orElseThrow().month()).isEmpty();
        assertThat(RecordedDate.parse("2024").orElseThrow().month()).isEmpty();
        assertThat(RecordedDate.parse("5").orElseThrow().month()).hasValue(5);
    }
}
