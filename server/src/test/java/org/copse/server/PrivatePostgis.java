package org.copse.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostGIS cluster that belongs to one test, which may stop it and start it again. */
public final class PrivatePostgis implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path bin;
    private final Path folder;
    private final int port;

    private PrivatePostgis(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Makes a cluster and starts it; where PostgreSQL is not installed the test is skipped, or fails when CI is true. */
    public static PrivatePostgis start() throws IOException, InterruptedException {
        Optional<Path> bin = programs();
        if (bin.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("There is no PostgreSQL in " + VERSIONS);
            }
            Assumptions.abort("Skipped: there is no PostgreSQL in " + VERSIONS);
        }
        Path folder = Files.createTempDirectory("copse-cluster-");
        PrivatePostgis cluster = new PrivatePostgis(bin.orElseThrow(), folder, freePort());
        if (isRoot()) {
            cluster.run(List.of("chown", "postgres", folder.toString()));
        }
        cluster.postgres("initdb", "-D", cluster.data(), "-U", "copse", "-A", "trust", "-E", "UTF8", "--no-sync");
        cluster.startAgain();
        return cluster;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Returns the JDBC URL of its database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=copse";
    }

    /** Stops it as a crash does: connections break. */
    public void stop() throws IOException, InterruptedException {
        postgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Starts it on the same port. */
    public void startAgain() throws IOException, InterruptedException {
        postgres(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                "300",
                "-s",
                "-l",
                folder.resolve("log").toString(),
                "start",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void postgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("copse-cluster-", ".txt");
        try {
            // Into a file: the server that pg_ctl starts would hold a pipe open.
            int ended = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new AssertionError(command + " ended with " + ended + ":\n" + Files.readString(said));
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            stop();
        } catch (AssertionError e) {
            // The test left it stopped.
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
