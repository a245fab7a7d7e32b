package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void leavesOutWhatIsNoText() {
        assertThat(PlainText.of(" a\u0000b\u0007\u202Ec\u2066d\uD800e\r\nf\tg "))
                .isEqualTo("abcde\nf\tg");
        assertThat(PlainText.line("a\n\n b\u0085c")).isEqualTo("a bc");
        assertThat(PlainText.of("a\n\n\n\n\nb")).isEqualTo("a\n\nb");
    }

    @Test
    void keepsWhatPeopleWrite() {
        String written = "Zoë – 12 €, 😀\nشارع \u200Fالمدرسة";
        assertThat(PlainText.of(written)).isEqualTo(written);
        assertThat(PlainText.of("Zoe\u0308")).as("composed").isEqualTo("Zo\u00EB");
    }

    @Test
    void aCodeIsReadHoweverItIsWritten() {
        ReceiptCode code = ReceiptCode.fresh();
        assertThat(code.text()).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(ReceiptCode.of(
                        " " + code.text().toUpperCase(java.util.Locale.ROOT).replace('-', ' ') + "\n"))
                .hasValue(code);
        assertThat(ReceiptCode.of(code.text().replace("-", ""))).hasValue(code);
        for (String none :
                new String[] {"", "abc", code.text() + "x", "aaaaa-aaaaa-aaaaa-aaaa1", "a".repeat(100_000)}) {
            assertThat(ReceiptCode.of(none)).isEmpty();
        }
        assertThat(code).hasToString("ReceiptCode[secret]");
    }

    @Test
    void noTwoCodesAreTheSame() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(ReceiptCode.fresh().hash());
        }
        assertThat(codes).hasSize(1000);
    }
}
