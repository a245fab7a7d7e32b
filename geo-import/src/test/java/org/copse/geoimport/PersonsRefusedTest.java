package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    private void assertPersons(String header, IntFunction<String> row, int rows) throws IOException {
        String[] lines = IntStream.range(0, rows).mapToObj(row).toArray(String[]::new);
        assertThat(refusal(table(header, lines), LayerKind.INCIDENTS).code())
                .as(header + " " + lines[0].length())
                .isEqualTo("persons");
    }

    private static String french(int serial) {
        long number = 1_850_578_006_000L + serial;
        return number + String.format("%02d", 97 - number % 97);
    }

    private static String dutch(int serial) {
        for (int body = 12_345_600 + 10 * serial; ; body++) {
            String digits = String.format("%08d", body);
            int sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * (digits.charAt(i) - '0');
            }
            if (sum % 11 < 10) {
                return digits + sum % 11;
            }
        }
    }

    private static String german(int serial) {
        String body = "86095742" + (serial / 8 % 2 == 0 ? "71" : "17");
        char[] digits = body.toCharArray();
        char first = digits[serial % 8];
        digits[serial % 8] = digits[(serial + 1) % 8];
        digits[(serial + 1) % 8] = first;
        int product = 10;
        for (char c : digits) {
            int sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return new String(digits) + (11 - product) % 10;
    }

    private static String polish(int serial) {
        String body = String.format("850214%04d", serial);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += new int[] {1, 3, 7, 9}[i % 4] * (body.charAt(i) - '0');
        }
        return body + (10 - sum % 10) % 10;
    }

    @Test
    void knowsTheRegistersOfSevenCountries() throws IOException {
        assertPersons("r;lon;lat", i -> belgian(i) + ";1;2", 8);
        assertPersons("r;lon;lat", i -> french(i) + ";1;2", 8);
        assertPersons("r;lon;lat", i -> dutch(i) + ";1;2", 30);
        assertPersons("r;lon;lat", i -> "AB" + (100_000 + i) + "C;1;2", 8);
        assertPersons("r;lon;lat", i -> german(i) + ";1;2", 40);
        assertPersons("r;lon;lat", i -> polish(i) + ";1;2", 20);
        assertPersons(
                "r;lon;lat",
                i -> String.format("%08d", 12_345_000 + i) + "TRWAGMYFPDXBNJZSQVHLCKE".charAt((12_345_000 + i) % 23)
                        + ";1;2",
                8);
        assertPersons("r;lon;lat", i -> "RSSMRA85T" + (10 + i) + "A562S;1;2", 8);
    }

    @Test
    void findsPersonsBehindAThousandOtherRows() throws IOException {
        assertPersons("ref;lon;lat", i -> (i < 1_000 ? "case " + i : belgian(i)) + ";1;2", 1_700);
    }

    @Test
    void findsRegisterNumbersThatLostTheirLeadingZeros() throws IOException {
        assertPersons(
                "ref;lon;lat",
                i -> {
                    long body = 10_101_000L + i;
                    return Long.parseLong(body + String.format("%02d", 97 - (2_000_000_000L + body) % 97)) + ";1;2";
                },
                10);
    }

    @Test
    void refusesOneRowForEachPerson() throws IOException {
        ImportRefused refused = refusal(
                table(
                        "Date;Gender;Age range;Self-defined ethnicity;lon;lat",
                        "2024-01-01;Male;18-24;Other;1;2",
                        "2024-01-02;Female;25-34;Other;1;2"),
                LayerKind.INCIDENTS);
        assertThat(refused.code()).isEqualTo("persons");
        assertThat(refused.what()).contains("Gender", "Age range");
        assertPersons("first name;surname;lon;lat", i -> "A;B;1;2", 2);
    }

    @Test
    void takesStatisticsBySexAndAge() throws IOException {
        assertThat(read(
                                table(
                                        "code;sex;age range;count",
                                        "a1;male;0-9;12",
                                        "a2;female;0-9;11",
                                        "a3;male;10-19;9"),
                                LayerKind.POPULATION)
                        .features())
                .hasSize(3);
        assertThat(read(table("code;male;female;age 0-9", "a;3;4;5", "b;4;4;6"), LayerKind.POPULATION)
                        .features())
                .hasSize(2);
    }

    @Test
    void takesNumbersThatPassAChecksumByChance() throws IOException {
        String[] rows = new String[2_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (123_456_000 + i) + ";+32 2 " + (100_000 + i) + ";1;2";
        }
        assertThat(read(table("ref;phone;lon;lat", rows), LayerKind.PLACES).features())
                .hasSize(2_000);
    }
}
