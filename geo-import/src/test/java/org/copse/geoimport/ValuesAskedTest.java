package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, angles and dates that a file leaves open: read with all its evidence, asked about where that is not enough. */
class ValuesAskedTest {
    @TempDir
    Path folder;

    private ImportRequest table(LayerKind kind, String... lines) throws IOException {
        return ImportRequest.of(new ImportFixture(folder).text("t.csv", String.join("\n", lines) + "\n"), kind);
    }

    private static List<Object> values(ImportRequest request, String column) {
        return LayerImport.read(request).features().stream()
                .map(feature -> Objects.requireNonNull(feature.attributes().get(column), column))
                .toList();
    }

    private static List<Question> questions(ImportRequest request) {
        return LayerPreview.of(request).questions();
    }

    @Test
    void readsThousandsWhereTheRestOfTheFileHasDecimalCommas() throws IOException {
        ImportRequest request =
                table(LayerKind.POPULATION, "code;pop;opp", "a;1.250;3,25", "b;980;1,5", "c;1.100;0,75");
        assertThat(values(request, "pop")).containsExactly(1250L, 980L, 1100L);
        assertThat(values(request, "opp")).containsExactly(3.25, 1.5, 0.75);
        assertThat(warnings(LayerImport.read(request).report())).contains("numbers-grouped");
    }

    @Test
    void namesTheRowsOfTheRarerSign() throws IOException {
        ImportRequest request =
                table(LayerKind.PLACES, "name;lat;lon", "a;50,8456;4,3521", "b;50.8466;4,3541", "c;50,8476;4,3561");
        assertThat(values(request, "lat")).containsExactly(50.8456, 50.8466, 50.8476);
        assertThat(LayerImport.read(request).report().warnings())
                .filteredOn(warning -> warning.code().equals("numbers-mixed"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.what()).contains("row 2 (50.8466)"));
    }

    @Test
    void asksAboutPeopleWithFractions() throws IOException {
        ImportRequest request =
                table(LayerKind.POPULATION, "code;pop;share", "a;1.250;0.25", "b;980;0.5", "c;1.100;0.75");
        assertThat(refusal(request).code()).isEqualTo("answer-needed");
        assertThat(questions(request)).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo("fractions");
            assertThat(question.answers())
                    .extracting(Question.Answer::options)
                    .containsExactly("--decimal comma", "--fractions");
        });
        assertThat(values(request.read(Reading.detected().decimals(',')), "pop"))
                .containsExactly(1250L, 980L, 1100L);
        assertThat(values(request.read(Reading.detected().withFractions()), "pop"))
                .containsExactly(1.25, 980.0, 1.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1'250 | 980 | 1'100",
                "1’250 | 980 | 1’100",
                "1 250 | 980 | 1 100",
                "1\u00a0250 | 980 | 1\u00a0100",
                "1\u202f250 | 980 | 1\u202f100",
                "1\u2009250 | 980 | 1\u2009100",
                "\"1,250\" | 980 | \"1,100\"",
                "1.250 | 980 | 1.100",
                "١٢٥٠ | ٩٨٠ | ١١٠٠",
                "١٬٢٥٠ | ٩٨٠ | ١٬١٠٠",
                "1250,00 | 980,00 | 1100,00",
                "1.250,00 | 980,00 | 1.100,00",
                "1,250.00 | 980.00 | 1,100.00",
                "1.25E3 | 9.8E2 | 1.1E3"
            })
    void readsCountsHoweverThousandsAreGrouped(String first, String second, String third) throws IOException {
        ImportRequest request = table(LayerKind.POPULATION, "code;pop", "a;" + first, "b;" + second, "c;" + third);
        assertThat(values(request, "pop"))
                .extracting(value -> ((Number) value).doubleValue())
                .containsExactly(1250.0, 980.0, 1100.0);
    }

    @Test
    void readsSignsCurrenciesAndIndianGroups() throws IOException {
        ImportRequest request = table(
                LayerKind.PLAIN,
                "code;change;price;lakh;missing",
                "a;12-;€ 1.250,50;12,34,567;n/a",
                "b;7;980,00 €;1,00,000;4",
                "c;3-;€ 7,25;2,50,000;k.A.");
        assertThat(values(request, "change")).containsExactly(-12L, 7L, -3L);
        assertThat(values(request, "price")).containsExactly(1250.5, 980.0, 7.25);
        assertThat(values(request, "lakh")).containsExactly(1234567L, 100000L, 250000L);
        assertThat(LayerImport.read(request).features().get(0).attributes()).doesNotContainKey("missing");
        assertThat(warnings(LayerImport.read(request).report())).contains("no-value");
    }

    @Test
    void leavesCodesAsTheyAre() throws IOException {
        ImportRequest request = table(
                LayerKind.PLAIN,
                "code;phone;section",
                "01;02 555 12 34;12A",
                "02;02 555 12 35;12",
                "03;02 555 12 36;13");
        assertThat(values(request, "code")).containsExactly("01", "02", "03");
        assertThat(values(request, "phone")).first().isEqualTo("02 555 12 34");
        assertThat(values(request, "section")).containsExactly("12A", "12", "13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50°50'44\"N|4°21'07.5\"E|4.35208|50.84556",
                "N 50° 50' 44\"|E 4° 21' 7,5\"|4.35208|50.84556",
                "50°50,733'N|4°21,125'E|4.35208|50.84556",
                "50.84556°N|4.35208°E|4.35208|50.84556",
                "33°35'N|7°37'W|-7.61667|33.58333",
                "33° 55′ 31″ Z|18° 25′ 26″ E|18.42389|-33.92528"
            })
    void readsDegreesMinutesAndSeconds(String latitude, String longitude, double lon, double lat) throws IOException {
        ImportRequest request = table(
                LayerKind.PLACES,
                "name;latitude;longitude",
                "a;" + latitude + ";" + longitude,
                "b;" + latitude + ";" + longitude);
        var at = LayerImport.read(request).features().get(0).geometry().getCoordinate();
        assertThat(at.x).isCloseTo(lon, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(at.y).isCloseTo(lat, org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void leavesOpenWhetherOIsEastOrWestUnlessTheColumnTells() throws IOException {
        assertThat(values(table(LayerKind.PLAIN, "a;Länge", "x;4°30'O", "y;4°31'O"), "Länge")
                        .get(0))
                .isEqualTo(4.5);
        assertThat(values(table(LayerKind.PLAIN, "a;longitude", "x;4°30'O", "y;4°30'E"), "longitude"))
                .containsExactly(-4.5, 4.5);
        assertThat(values(table(LayerKind.PLAIN, "a;longitude", "x;4°30'O", "y;4°31'O"), "longitude")
                        .get(0))
                .isEqualTo("4°30'O");
    }

    @Test
    void letsTheColumnDecideDayAndMonth() throws IOException {
        String[] head = {"category,date,lon,lat", "theft,03/04/24 11:15 PM,4.35,50.84"};
        ImportRequest european = table(LayerKind.INCIDENTS, head[0], head[1], "noise,25/04/24 01:00 AM,4.36,50.85");
        assertThat(values(european, "date")).containsExactly("2024-04-03T23:15", "2024-04-25T01:00");
        ImportRequest american = table(LayerKind.INCIDENTS, head[0], head[1], "noise,04/25/24 01:00 AM,4.36,50.85");
        assertThat(values(american, "date")).containsExactly("2024-03-04T23:15", "2024-04-25T01:00");
    }

    @Test
    void asksWhereTheColumnDoesNot() throws IOException {
        ImportRequest open = table(
                LayerKind.INCIDENTS, "category,date,lon,lat", "theft,03/04/24,4.35,50.84", "noise,05/06/24,4.36,50.85");
        assertThat(refusal(open).code()).isEqualTo("answer-needed");
        assertThat(questions(open).get(0).answers())
                .extracting(Question.Answer::what)
                .containsExactly("day first: 2024-04-03", "month first: 2024-03-04");
        assertThat(values(open.read(Reading.detected().dated(DateOrder.MONTH_FIRST)), "date"))
                .containsExactly("2024-03-04", "2024-05-06");
        assertThat(questions(table(LayerKind.INCIDENTS, "category,date,lon,lat", "theft,03.04.24,4.35,50.84")))
                .isEmpty();
        assertThat(questions(table(LayerKind.INCIDENTS, "category,date,lon,lat", "theft,03/03/2024,4.35,50.84")))
                .isEmpty();
    }
}
