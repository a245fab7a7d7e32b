package org.copse.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of a command.
 *
 * @param exit its exit code
 * @param out what it wrote to the standard output
 * @param err what it wrote to the standard error
 */
record CommandRun(int exit, String out, String err) {

    static CommandRun plan(List<String> options, String... more) {
        return run(new PlanCommand(), options, more);
    }

    /** Runs it with its standard error where a test can look while it runs. */
    static CommandRun plan(StringWriter err, List<String> options, String... more) {
        return run(new PlanCommand(), err, options, more);
    }

    static CommandRun comparing(List<String> options, String... more) {
        return run(new CompareCommand(), options, more);
    }

    static CommandRun importing(List<String> options, String... more) {
        return run(new ImportCommand(), options, more);
    }

    static CommandRun hotspots(List<String> options, String... more) {
        return run(new HotspotsCommand(), options, more);
    }

    static CommandRun audit(String... arguments) {
        return run(new AuditCommand(), List.of(arguments));
    }

    private static CommandRun run(Object command, List<String> options, String... more) {
        return run(command, new StringWriter(), options, more);
    }

    private static CommandRun run(Object command, StringWriter err, List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        StringWriter out = new StringWriter();
        int exit = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    static JsonNode json(Path file) {
        return JsonMapper.builder().build().readTree(file.toFile());
    }
}
