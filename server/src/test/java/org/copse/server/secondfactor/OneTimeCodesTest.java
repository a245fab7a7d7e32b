package org.copse.server.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    /** The secret of the examples in RFC 6238, appendix B. */
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static OneTimeCodes at(long second) {
        return new OneTimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(at(second).codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void takesACodeFromHalfAMinuteAgoAndNoOlderOne() {
        String code = at(59).codeAt(SECRET, Instant.ofEpochSecond(59));
        assertThat(at(59).stepOf(SECRET, code)).hasValue(1);
        assertThat(at(89).stepOf(SECRET, code)).hasValue(1);
        assertThat(at(90).stepOf(SECRET, code)).isEmpty();
    }

    @Test
    void takesACodeWithASpaceInTheMiddle() {
        assertThat(at(59).stepOf(SECRET, "287 082")).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foobar, MZXW6YTBOI"})
    void writesBase32AsTheStandardDoes(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(bytes);
    }

    @Test
    void namesTheCharacterThatIsNotBase32() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base32.decode("MZ1W"))
                .withMessage("'1' at 2 is not Base32");
    }
}
