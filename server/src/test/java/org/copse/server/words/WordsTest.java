package org.copse.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void speaksEveryLanguage(Language language) {
        assertThat(Words.of(language).say("print.page", Map.of("n", 7)))
                .contains("7")
                .doesNotContain("{");
    }

    @Test
    void writesNumbersAsEachLanguageDoes() {
        assertThat(Words.of(Language.EN).number(1234.56, 1)).isEqualTo("1,234.6");
        assertThat(Words.of(Language.DE).number(1234.56, 1)).isEqualTo("1.234,6");
        assertThat(Words.of(Language.AR).number(1234.5, 1)).containsPattern("1.?234.5");
        assertThat(Words.of(Language.NL).percent(0.125, 1)).isEqualTo("12,5%");
        assertThat(Words.of(Language.FR).date(LocalDate.of(2026, 5, 1))).isEqualTo("1 mai 2026");
    }

    @Test
    void writesADashForWhatIsNoNumber() {
        assertThat(Words.of(Language.EN).number(Double.NaN, 1)).isEqualTo("–");
        assertThat(Words.of(Language.EN).percent(Double.POSITIVE_INFINITY, 1)).isEqualTo("–");
    }

    @Test
    void writesNoMinusBeforeNothing() {
        assertThat(Words.of(Language.EN).number(-0.0, 1)).isEqualTo("0");
    }

    @Test
    void leavesValuesWithSignsOfPatternsAsTheyAre() {
        assertThat(Words.of(Language.EN).say("print.page", Map.of("n", "$1\\{n}")))
                .isEqualTo("Page $1\\{n}");
    }

    @Test
    void saysTheKeyOfAMessageThatIsNotThere() {
        assertThat(Words.of(Language.EN).say("no.such.message")).isEqualTo("no.such.message");
        assertThat(Words.of(Language.EN).knows("no.such.message")).isFalse();
    }

    @Test
    void keepsTheGroupsOfATelephoneNumberInOrderAmongArabicWords() {
        String number = "+32 000 00 40 01";
        Words words = Words.of(Language.AR);
        String line = words.say("letter.questions", Map.of("contact", words.phone(number)));
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_RIGHT_TO_LEFT);
        int first = line.indexOf(number);
        for (int i = first; i < first + number.length(); i++) {
            assertThat(bidi.getLevelAt(i)).isEqualTo(bidi.getLevelAt(first)).isEven();
        }
    }

    @Test
    void knowsNoOtherLanguage() {
        assertThat(Language.ofCode("ar")).contains(Language.AR);
        assertThat(Language.ofCode("tlh")).isEmpty();
        assertThat(Language.ofCode("EN")).isEmpty();
    }
}
