package org.copse.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as an operator starts it: the built jar, on a free port, with the sample city. */
final class RunningServer implements AutoCloseable {

    private static final Path JAR = Path.of("../server/target/copse-server.jar");
    private static final Duration START_WITHIN = Duration.ofMinutes(10);
    private static final Pattern READY = Pattern.compile("Copse is ready: (http://\\S+?)/");
    private static final Pattern PASSWORD = Pattern.compile("Demo accounts .* password (\\S+)");

    private final Process process;
    private final List<String> console = new ArrayList<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<String> password = new CompletableFuture<>();

    private RunningServer(List<String> options, Path folder) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + ": build it first, with mvn verify or mvn package");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString(), "serve", "--port", "0"));
        command.addAll(options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(() -> read(folder.resolve("server.log")), "server console");
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Starts a server on the embedded database in a folder. */
    static RunningServer onH2gis(Path folder) throws IOException {
        return new RunningServer(List.of("--data", folder.resolve("data").toString()), folder).ready();
    }

    /** Starts a server on a PostGIS database. */
    static RunningServer onPostgis(String url, Path folder) throws IOException {
        return new RunningServer(List.of("--postgis", url), folder).ready();
    }

    private RunningServer ready() {
        try {
            address.get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
            password.get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
            return this;
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new IllegalStateException("The server did not start:\n" + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void read(Path log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (console) {
                    console.add(line);
                }
                complete(address, READY.matcher(line));
                complete(password, PASSWORD.matcher(line));
            }
            Files.writeString(log, log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            address.completeExceptionally(new IllegalStateException("it ended"));
        }
    }

    private static void complete(CompletableFuture<String> future, Matcher found) {
        if (found.find()) {
            future.complete(found.group(1));
        }
    }

    /** Returns the address of a page, whose path begins with a slash. */
    String url(String path) {
        return address.join() + path;
    }

    /** Returns the demo accounts' password, as the console says it. */
    String password() {
        return password.join();
    }

    /** Returns what the server has written to its console. */
    String log() {
        synchronized (console) {
            return String.join("\n", console);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
