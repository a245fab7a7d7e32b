package org.copse.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
    static MailSettings settings(
            @Nullable String host,
            int port,
            MailSettings.Tls tls,
            @Nullable String user,
            Map<String, String> agencies) {
        return new MailSettings(
                host,
                port,
                tls,
                user,
                user == null ? null : "secret",
                "beats@police.example",
                agencies,
                List.of(Language.EN),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(5));
    }

    private static MailSettings to(String address) {
        return settings("mail.example", 587, MailSettings.Tls.REQUIRED, null, Map.of("lighting", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lamps",
                "lamps@",
                "@town.example",
                "lamps@town.example, other@town.example",
                "lamps@town.example;other@town.example",
                "Lamps <lamps@town.example>",
                "lamps@town.example\r\nBcc: all@town.example",
                "lamps@town.example\n",
                "lamps@town.example> NOTIFY=SUCCESS",
                "la mps@town.example",
                "\"lamps\"@town.example",
                "lamps:all@town.example",
                ".lamps@town.example",
                "lamps@-town.example",
                "lamps@[127.0.0.1]",
                "lämps@town.example"
            })
    void refusesWhatIsNotOneAddress(String address) {
        assertThatThrownBy(() -> to(address)).hasMessageContaining("copse.mail.agencies.lighting");
    }

    @Test
    void takesAddressesAsTheyAre() {
        for (String address : List.of("lamps@town.example", "o'neil+copse_1@a-b.town.example", "copse@localhost")) {
            assertThat(to(address).agencies()).containsEntry("lighting", address);
        }
        assertThatThrownBy(() -> to("a".repeat(250) + "@town.example")).hasMessageContaining("one address");
    }

    @Test
    void refusesAHostThatIsNoneAndAUserWithoutAPassword() {
        assertThatThrownBy(() -> settings("mail example\r\n", 25, MailSettings.Tls.NONE, null, Map.of()))
                .hasMessageContaining("copse.mail.host");
        assertThatThrownBy(() -> settings("mail.example", 0, MailSettings.Tls.NONE, null, Map.of()))
                .hasMessageContaining("copse.mail.port");
        assertThat(settings(" ", 25, MailSettings.Tls.NONE, null, Map.of()).isOn())
                .isFalse();
    }

    @Test
    void doesNotSayItsPassword() {
        assertThat(settings("mail.example", 25, MailSettings.Tls.NONE, "copse", Map.of())
                        .toString())
                .contains("mail.example")
                .doesNotContain("secret");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToAnHour() {
        MailSettings settings = to("lamps@town.example");
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(settings::waitAfter).map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(settings.waitAfter(Integer.MAX_VALUE)).hasHours(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lamp\r\nBcc: all@town.example", "Lamp\nX: y", "Lamp\u0085"})
    void aSubjectIsOneLine(String subject) {
        assertThatThrownBy(() -> new OutgoingMail(
                        UUID.randomUUID(), UUID.randomUUID(), "lighting", subject, "Text", Instant.EPOCH))
                .hasMessageContaining("subject");
    }
}
