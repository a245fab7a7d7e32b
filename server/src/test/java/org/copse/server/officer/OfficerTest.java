package org.copse.server.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.copse.server.system.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficerTest {

    @Test
    void isKnownByTheNumberWhereThereIsNoDutyName() {
        assertThat(new Officer(" 4127 ", " ", List.of(), null, null, null).dutyName())
                .isEqualTo("4127");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+32 2 555 01 02", "02/555.01.02", "101"})
    void takesTelephoneNumbersAsPeopleWriteThem(String phone) {
        assertThat(with(phone, null).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "+", "=1+1", "0\r\nX: y", "<b>1</b>"})
    void refusesWhatIsNoTelephoneNumber(String phone) {
        assertThatThrownBy(() -> with(phone, null))
                .isInstanceOf(InvalidOfficer.class)
                .hasMessageContaining("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "a b@example.org", "a@example.org>", "a@example.org\nBcc: b@example.org"})
    void refusesWhatIsNoAddress(String email) {
        assertThatThrownBy(() -> with(null, email))
                .isInstanceOf(InvalidOfficer.class)
                .hasMessageContaining("email");
    }

    @Test
    void refusesControlCharactersAndWordsWithoutAnEnd() {
        assertThatThrownBy(() -> new Officer("1", "Sam\u202E", List.of(), null, null, null))
                .hasMessageContaining("dutyName");
        assertThatThrownBy(() ->
                        new Officer("1", "Sam", List.of(), null, null, null, OfficerRole.LIAISON, "x".repeat(2001)))
                .hasMessageContaining("2000")
                .hasMessageContaining("2001");
        assertThatThrownBy(() -> new Officer("1", "Sam", List.of("Dutch"), null, null, null))
                .hasMessageContaining("Dutch");
    }

    @Test
    void anAssistantDoesNotCountAsAnOfficer() {
        assertThat(OfficerRole.ASSISTANT.countsAsOfficer()).isFalse();
        assertThat(OfficerRole.SECTOR_SUPERVISOR.countsAsOfficer()).isTrue();
    }

    @Test
    void aPhotoIsMadeAnewAndLosesWhatTheCameraWrote() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] camera = out.toByteArray();
        byte[] note = "Exif\0\0GPS 51.42 2.72".getBytes(StandardCharsets.US_ASCII);
        byte[] withNote = new byte[camera.length + note.length + 4];
        System.arraycopy(camera, 0, withNote, 0, 2);
        withNote[2] = (byte) 0xFF;
        withNote[3] = (byte) 0xE1;
        withNote[4] = 0;
        withNote[5] = (byte) (note.length + 2);
        System.arraycopy(note, 0, withNote, 6, note.length);
        System.arraycopy(camera, 2, withNote, 6 + note.length, camera.length - 2);

        byte[] made = Portrait.jpeg(withNote);

        assertThat(new String(withNote, StandardCharsets.ISO_8859_1)).contains("GPS");
        assertThat(new String(made, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(made));
        assertThat(read.getWidth()).isEqualTo(Portrait.SIDE_PIXELS);
        assertThat(read.getHeight()).isEqualTo(Portrait.SIDE_PIXELS / 2);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> Portrait.jpeg("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("photo");
    }

    private static Officer with(@Nullable String phone, @Nullable String email) {
        return new Officer("1", "Sam", List.of("nl"), phone, email, null);
    }
}
