package org.copse.server.assignment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.Visitor;
import org.copse.server.cli.CopseCommand;

/** A server in a process of its own. Closing it kills it without a warning, as a power cut would. */
record KillableServer(Process process, URI root) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Copse is ready: (http://\\S+?)/?");

    /** Starts a server with the sample city; {@code options} say where its database is. */
    static KillableServer start(Path data, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        arguments.addAll(options);
        Process process = command(arguments);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.matches()) {
                Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}));
                drain.setDaemon(true);
                drain.start();
                return new KillableServer(process, URI.create(address.group(1)));
            }
        }
        throw new AssertionError("The server did not start:\n" + seen);
    }

    /** Runs the command line to its end and returns its exit code. */
    static int run(String... arguments) throws IOException, InterruptedException {
        Process process = command(Arrays.asList(arguments));
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(ignored -> {});
        return process.waitFor();
    }

    private static Process command(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CopseCommand.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    Visitor visitor() {
        return new Visitor(root);
    }

    /** Kills it now; doing so again does nothing. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
