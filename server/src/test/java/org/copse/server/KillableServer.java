package org.copse.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.cli.CopseCommand;

/** A server in a process of its own. Closing it kills it without a warning, as a power cut does. */
public final class KillableServer implements AutoCloseable {
    private static final Pattern LOADING = Pattern.compile("Loading the sample city; (http://\\S+?)/ .*");
    private static final Pattern READY = Pattern.compile("Copse is ready: (http://\\S+?)/?");
    private static final Pattern TOKEN = Pattern.compile(".*#token=(\\S+)");
    private static final String LAST_LINE = "Stop with Ctrl-C";

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> answering = new CompletableFuture<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "server-output");

    private KillableServer(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a server on a free port, with further options of the serve command, and waits until it is ready. */
    public static KillableServer start(String... options) throws IOException {
        KillableServer server = begin(options);
        server.ready.join();
        return server;
    }

    /** As above, and waits only until it answers: it may load the sample city still. */
    public static KillableServer startLoading(String... options) throws IOException {
        KillableServer server = begin(options);
        server.answering.join();
        return server;
    }

    /** As above, without any wait. */
    public static KillableServer begin(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(options));
        return new KillableServer(command(arguments));
    }

    /** Runs the command line to its end and returns its exit code. */
    public static int run(String... arguments) throws IOException, InterruptedException {
        Process process = command(Arrays.asList(arguments));
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(ignored -> {});
        return process.waitFor();
    }

    private static Process command(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives for seconds: what starts fastest.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CopseCommand.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("COPSE_DB_URL");
        return builder.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            URI address = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                for (Pattern says : List.of(LOADING, READY)) {
                    Matcher found = says.matcher(line);
                    if (found.matches()) {
                        address = URI.create(found.group(1));
                        answering.complete(address);
                    }
                }
                if (address != null && line.contains(LAST_LINE)) {
                    ready.complete(address);
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        AssertionError ended = new AssertionError("The server did not start:\n" + output);
        answering.completeExceptionally(ended);
        ready.completeExceptionally(ended);
    }

    /** Returns somebody at a browser, not signed in. */
    public Visitor visitor() {
        return new Visitor(answering.join());
    }

    /** Waits until everything is loaded. */
    public void awaitReady() {
        ready.join();
    }

    /** Returns the token of the link for the first account, where it was printed. */
    public Optional<String> setUpToken() {
        return output.toString()
                .lines()
                .map(TOKEN::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Returns what it printed. */
    public String output() {
        return output.toString();
    }

    /** Asks it to stop, as an operator does, and returns its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new AssertionError("The server does not stop:\n" + output);
        }
        reader.join();
        return process.exitValue();
    }

    /** Kills it now; doing so again does nothing. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
