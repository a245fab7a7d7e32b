package org.copse.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.cli.CopseCommand;

/**
 * A server in a process of its own. Closing it kills it without a warning, as a power cut does.
 *
 * @param setUpToken that of the link for the first account, where it was printed
 */
public record KillableServer(Process process, URI root, Optional<String> setUpToken) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Copse is ready: (http://\\S+?)/?");
    private static final Pattern TOKEN = Pattern.compile(".*#token=(\\S+)");

    /** Starts a server on a free port, with further options of the serve command. */
    public static KillableServer start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CopseCommand.class.getName(),
                "serve",
                "--port",
                "0"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("COPSE_DB_URL");
        Process process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        URI root = null;
        String token = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            Matcher link = TOKEN.matcher(line);
            root = address.matches() ? URI.create(address.group(1)) : root;
            token = link.matches() ? link.group(1) : token;
            if (root != null && line.contains("Stop with Ctrl-C")) {
                Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}));
                drain.setDaemon(true);
                drain.start();
                return new KillableServer(process, root, Optional.ofNullable(token));
            }
        }
        throw new AssertionError("The server did not start:\n" + seen);
    }

    /** Returns somebody at a browser, not signed in. */
    public Visitor visitor() {
        return new Visitor(root);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
