package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    /** 5 January 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mon-Fri 09:00-17:00          | 2026-01-05T09:00 | true
                    Mon-Fri 09:00-17:00          | 2026-01-05T08:59 | false
                    Mon-Fri 09:00-17:00          | 2026-01-05T17:00 | false
                    Mon-Fri 09:00-17:00          | 2026-01-10T12:00 | false
                    Mon-Fri 9-12, 13-17; Sat 10-14 | 2026-01-06T12:30 | false
                    Mon-Fri 9-12, 13-17; Sat 10-14 | 2026-01-06T13:30 | true
                    Mon-Fri 9-12, 13-17; Sat 10-14 | 2026-01-10T13:30 | true
                    ma, wo 9h-12h30              | 2026-01-07T12:29 | true
                    lun.-mer. 9h-12h             | 2026-01-06T10:00 | true
                    Sat-Mon 10:00-12:00          | 2026-01-04T11:00 | true
                    Sat-Mon 10:00-12:00          | 2026-01-06T11:00 | false
                    Fri 20:00-02:00              | 2026-01-10T01:30 | true
                    Sun 20:00-02:00              | 2026-01-05T01:30 | true
                    Mon-Sun 00:00-24:00          | 2026-01-05T23:59 | true
                    """)
    void saysWhetherAPlaceIsOpen(String noted, LocalDateTime at, boolean open) {
        assertThat(OpeningHours.find(noted).orElseThrow().isOpen(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | Mon-Thu 08:00-16:00               | Mon–Thu 08:00–16:00
                    NL | Mon-Fri 9-12, 13-17; Sat 10h30-14 | ma–vr 09:00–12:00, 13:00–17:00; za 10:30–14:00
                    FR | ma, wo 9h-12h30                   | lun., mer. 09:00–12:30
                    DE | Mon-Sun 00:00-24:00               | Mo–So 00:00–24:00
                    EN | by appointment                    | by appointment
                    """)
    void areSaidAsTheReaderWritesThem(Language language, String noted, String said) {
        assertThat(OpeningHours.inWords(noted, Words.of(language))).isEqualTo(said);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "by appointment",
                "Mon-Fri",
                "Xyz 9-12",
                "Mon 25-26",
                "Mon 9:75-12",
                "Mon-Fri 9-17; ask for Sat"
            })
    void saysNothingOfHoursThatItDoesNotUnderstandWhole(String noted) {
        assertThat(OpeningHours.find(noted)).isEmpty();
    }

    @Test
    void aVeryLongTextIsNotRead() {
        assertThat(OpeningHours.find("Mon 9-12;".repeat(100))).isEmpty();
    }
}
