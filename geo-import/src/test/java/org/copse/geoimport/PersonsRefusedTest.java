package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonsRefusedTest {
    @TempDir
    Path folder;

    private Path table(String header, String... rows) throws IOException {
        return new ImportFixture(folder).text("t.csv", header + "\n" + String.join("\n", rows) + "\n");
    }

    /** Returns a made-up number of the Belgian register's form, born on a day of 1990. */
    private static String belgian(int serial) {
        long number = 900_101_000L + serial;
        return String.format("%09d%02d", number, 97 - number % 97);
    }

    @Test
    void refusesNamesWithDatesOfBirthInEveryLanguage() throws IOException {
        String[] headers = {
            "surname;date of birth",
            "nom;date de naissance",
            "achternaam;geboortedatum",
            "Nachname;Geburtsdatum",
            "الاسم;تاريخ الميلاد"
        };
        for (String header : headers) {
            ImportRefused refused = refusal(table(header + ";lon;lat", "X;1990-01-01;1;2"), LayerKind.INCIDENTS);
            assertThat(refused.code()).as(header).isEqualTo("persons");
            assertThat(refused.what()).doesNotContain("1990");
        }
    }

    @Test
    void refusesRegisterNumbersByTheirChecksumWhateverTheHeader() throws IOException {
        String[] rows = new String[10];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = belgian(i) + ";1;2";
        }
        ImportRefused refused = refusal(table("ref;lon;lat", rows), LayerKind.INCIDENTS);
        assertThat(refused.code()).isEqualTo("persons");
        assertThat(refused.what()).contains("\"ref\"", "Belgian").doesNotContain(belgian(0));
    }

    @Test
    void takesElevenDigitNumbersThatAreNone() throws IOException {
        String[] rows = new String[10];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (90_010_100_001L + i) + ";1;2";
        }
        assertThat(read(table("ref;lon;lat", rows), LayerKind.INCIDENTS).features())
                .hasSize(10);
    }

    @Test
    void takesNamesOfPlacesAndWards() throws IOException {
        assertThat(read(table("name;lon;lat", "Town hall;1;2"), LayerKind.PLACES)
                        .features())
                .hasSize(1);
    }
}
