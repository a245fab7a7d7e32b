package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.csv.CsvCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the command line says before it reads a file. */
class PlanCommandTest {

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesOptionsThatCannotBe(String options, String reason) {
        CommandRun run = CommandRun.plan(List.of(options.split(" ")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(reason);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("--units u.zip", "--out is missing"),
                Arguments.of("--out o", "--units is missing"),
                Arguments.of("--units u.zip --out o --sectors 5 --team-size 5-9", "--sectors and --team-size"),
                Arguments.of("--units u.zip --out o --budget 10s --iterations 5", "--budget and --iterations"),
                Arguments.of("--units u.zip --out o --budget soon", "--budget is \"soon\""),
                Arguments.of("--units u.zip --out o --budget 25h", "--budget is \"25h\": give at most 24h"),
                Arguments.of("--print-weights --profile 0", "--profile is 0"),
                Arguments.of("--units u.zip --out o --tolerance NaN", "--tolerance is NaN"),
                Arguments.of("--units u.zip --out o --officers 0", "--officers is 0"),
                Arguments.of("--units u.zip --out o --team-size nine", "--team-size is \"nine\""),
                Arguments.of("--units u.zip --out o --favour fair", "--favour is \"fair\""),
                Arguments.of("--units u.zip --out o --join Code", "--join needs --population-table"),
                Arguments.of("--units u.zip --out o --crossings c.json", "--crossings needs --barriers"),
                Arguments.of("--units u.zip --out o --in-force-id B", "--in-force-id needs --in-force"),
                Arguments.of("--units u.zip --out o --centre 300,50", "longitude is 300.0"),
                Arguments.of("--units u.zip --out o --crs unit=EPSG:1", "--crs names \"unit\""),
                Arguments.of("--units u.zip --out o --role incidents.when=month", "--role names \"incidents.when\""),
                Arguments.of(
                        "--units u.zip --out o --include-enclosed here",
                        "--include-enclosed: \"here\" is no position: give LON,LAT such as 4.38,50.86, or all."),
                Arguments.of("--units u.zip --out o --period 2024", "--period needs --incidents"),
                Arguments.of("--units u.zip --out o --incidents i --period soon", "\"soon\" is no period"),
                Arguments.of("--units u.zip --out o --incidents i --period 2024-02..2024-01", "ends on 2024-01-31"),
                Arguments.of(
                        "--units u.zip --out o --incidents i --period 2024 --incident-months 2",
                        "--period and --incident-months exclude each other"),
                Arguments.of("--units u.zip --out o --count drugs", "--count needs --incidents"),
                Arguments.of(
                        "--units u.zip --out o --incidents i --count drugs --leave-out DRUGS",
                        "--count and --leave-out both name \"DRUGS\""),
                Arguments.of("--units u.zip --out o --beats 4", "--beats, --lower and --upper are for --graph"),
                Arguments.of("--graph g --out o", "--graph needs --beats"),
                Arguments.of("--graph g --beats 2 --lower 4 --out o", "--lower and --upper go together"),
                Arguments.of("--graph g --beats 2 --favour balanced --out o", "with --graph give compact or cut"),
                Arguments.of("--nonsense", "--nonsense"));
    }

    @Test
    void refusesFilesThatAreNotThereWithWhatToDo() {
        CommandRun run = CommandRun.plan(List.of("--units", "nowhere.zip", "--out", "target/never-written"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("nowhere.zip", "What to do:", "Nothing was written.");
        assertThat(java.nio.file.Path.of("target/never-written")).doesNotExist();
    }

    @Test
    void printsWeightsThatItReadsBack() {
        CommandRun run = CommandRun.plan(List.of("--print-weights"));
        assertThat(run.exit()).isZero();
        WorkloadWeights printed = WeightsFile.parse(run.out(), "printed", WorkloadWeights.defaults());
        assertThat(printed.contact().perResident().minutes()).isEqualTo(0.8);
        assertThat(CommandRun.plan(List.of("--print-weights", "--profile", "1000"))
                        .out())
                .contains("\"minutes\" : 3.2");
    }

    @Test
    void helpExplainsEveryOptionWithAnExample() {
        CommandLine command = new CommandLine(new PlanCommand());
        assertThat(command.getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .allSatisfy(option -> assertThat(String.join(" ", option.description()))
                        .as(option.longestName())
                        .contains("Example: "));
        assertThat(command.getUsageMessage()).contains("Exit codes:", "--population-table");
    }

    @Test
    void allIsAllHoweverItIsSpelled() {
        PlanGoal options = new PlanGoal();
        options.out = java.nio.file.Path.of("target/never-written");
        options.favour = "ALL";
        assertThat(new Goal(options).wantsAll()).isTrue();
        options.favour = "compact";
        assertThat(new Goal(options).wantsAll()).isFalse();
    }

    @Test
    void cellsAreNoFormulas() {
        assertThat(CsvCell.of("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(CsvCell.of("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvCell.of("+32 2")).isEqualTo("'+32 2");
        assertThat(CsvCell.of("-A")).isEqualTo("'-A");
        assertThat(CsvCell.of("-12.5")).isEqualTo("-12.5");
        assertThat(CsvCell.of("E05000026")).isEqualTo("E05000026");
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
    }
}
