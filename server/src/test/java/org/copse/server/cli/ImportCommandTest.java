package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesOptionsThatCannotBe(String options, String reason) {
        CommandRun run = CommandRun.importing(List.of(options.split(" ")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(reason);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("--dry-run", "FILE"),
                Arguments.of("f.csv", "--dry-run"),
                Arguments.of("--dry-run f.csv --as wards", "--as names \"wards\": give one of units"),
                Arguments.of("--dry-run f.csv --role who=x", "--role names \"who\""),
                Arguments.of("--dry-run f.csv --delimiter ab", "--delimiter is \"ab\""),
                Arguments.of("--dry-run f.csv --encoding latin-99", "latin-99"),
                Arguments.of("--dry-run f.csv --mend 0", "0.0 m"),
                Arguments.of("--dry-run f.csv --district 4,50,5", "--district is \"4,50,5\""),
                Arguments.of("--dry-run f.csv --tag a=many --as units", "--tag a is \"many\""),
                Arguments.of("--dry-run f.csv --limit hours=1", "--limit names \"hours\""));
    }

    @Test
    void saysWhatBecameOfEachFeature() throws IOException {
        String file = file("places.csv", "name;lon;lat\nSchool;4.4;50.8\nShop;4.41;50.81\nNowhere;;\n");
        CommandRun run = CommandRun.importing(List.of("--dry-run", file, "--as", "places"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("3 read = 2 accepted + 0 changed + 1 rejected", "no-geometry", "row 3", "name = name");
    }

    @Test
    void readsPlainFeaturesWithoutAKind() throws IOException {
        String file = file(
                "two.geojson",
                """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[4,50]}},
                 {"type":"Feature","properties":{"a":2},"geometry":{"type":"Point","coordinates":[400,50]}}]}
                """);
        CommandRun run = CommandRun.importing(List.of("--dry-run", file, "--json"));
        assertThat(run.exit()).isZero();
        JsonNode outcome = JsonMapper.builder().build().readTree(run.out());
        assertThat(outcome.at("/report/counts/accepted").asInt()).isEqualTo(1);
        assertThat(outcome.at("/report/rejections/0/code").asString()).isEqualTo("off-the-globe");
        assertThat(outcome.at("/preview/format").asString()).isEqualTo("GeoJSON");
        assertThat(outcome.at("/refusal").isNull()).isTrue();
    }

    @Test
    void exitsWithThreeWhenRefused() throws IOException {
        String file = file("p.csv", "name;x;y\na;149000;170000\n");
        CommandRun run = CommandRun.importing(List.of("--dry-run", file, "--as", "places", "--json"));
        assertThat(run.exit()).isEqualTo(3);
        JsonNode outcome = JsonMapper.builder().build().readTree(run.out());
        assertThat(outcome.at("/refusal/code").asString()).isEqualTo("crs-missing");
        assertThat(outcome.at("/preview/undecided/0").asString()).isEqualTo("crs");
        assertThat(CommandRun.importing(List.of("--dry-run", file, "--as", "places", "--crs", "EPSG:31370"))
                        .exit())
                .isZero();
    }

    @Test
    void takesTheChoicesOfThePage() throws IOException {
        String file = file("s.txt", "naam|noord|oost\nPlein|50.85|4.35\n");
        CommandRun run = CommandRun.importing(
                List.of("--dry-run", file, "--as", "places", "--delimiter", "|", "--role", "x=noord"),
                "--role",
                "y=oost",
                "--swap-axes",
                "--district",
                "4.2,50.7,4.6,51.0");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("axes swapped", "4.3500…4.3500° E").doesNotContain("positions-elsewhere");
    }

    @Test
    void asksForPurposeAndLegalBasis() throws IOException {
        String file = file("u.csv", "code;population;muslim\na;90;12\nb;80;9\n");
        List<String> options = List.of("--dry-run", file, "--as", "population");
        assertThat(CommandRun.importing(options).exit()).isEqualTo(3);
        assertThat(CommandRun.importing(options, "--purpose", "visits", "--legal-basis", "by-law 7")
                        .exit())
                .isZero();
        CommandRun unexplained = CommandRun.importing(options, "--tag", "muslim=count,ordinary");
        assertThat(unexplained.exit()).isEqualTo(3);
        assertThat(unexplained.out()).contains("reason-missing");
        assertThat(CommandRun.importing(options, "--tag", "muslim=count,ordinary", "--tag-reason", "muslim=a street")
                        .exit())
                .isZero();
    }

    @Test
    void exitsWithFourWhileAQuestionIsOpen() throws IOException {
        String file = file("d.csv", "category,date,lon,lat\ntheft,03/04/24,4.35,50.84\nnoise,05/06/24,4.36,50.85\n");
        CommandRun open = CommandRun.importing(List.of("--dry-run", file));
        assertThat(open.exit()).isEqualTo(4);
        assertThat(open.out()).contains("needs an answer", "--dates day-first: day first: 2024-04-03");
        assertThat(CommandRun.importing(List.of("--dry-run", file, "--dates", "month-first"))
                        .exit())
                .isZero();
    }

    @Test
    void writesNoControlCharactersOfAFileToTheTerminal() throws IOException {
        String file = file("e.csv", "name;lon;lat\n\u001b[2Jx;4;50\n");
        assertThat(CommandRun.importing(List.of("--dry-run", file, "--as", "places"))
                        .out())
                .doesNotContain("\u001b");
    }
}
