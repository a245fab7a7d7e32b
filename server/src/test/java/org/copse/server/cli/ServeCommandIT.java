package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.Awaited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: what it prints, where it listens, how it ends. */
class ServeCommandIT {
    private static final Pattern ADDRESS = Pattern.compile("Copse is ready: (http://[^/]+)/");

    @TempDir
    Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CopseCommand.class.getName(),
                "serve"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().remove("COPSE_DB_URL");
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private URI address(Process server) throws Exception {
        String printed = Awaited.until("a server that is ready", this::output, said -> {
            assertThat(server.isAlive()).as(said).isTrue();
            return ADDRESS.matcher(said).find() && said.contains("Ctrl-C");
        });
        Matcher ready = ADDRESS.matcher(printed);
        assertThat(ready.find()).isTrue();
        return URI.create(ready.group(1));
    }

    private static int status(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void servesUntilItIsAskedToStopAndKeepsItsData() throws Exception {
        String link = firstStartPrintsTheSetUpLink();
        Process second = start("--empty", "--port", "0", "--data", "d", "--stop-within", "300");
        try {
            assertThat(status(address(second).resolve("/login"))).isEqualTo(200);
            assertThat(output()).contains("First account").doesNotContain(link).contains("H2GIS in d, for trying out");
        } finally {
            second.destroy();
            assertThat(second.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    private String firstStartPrintsTheSetUpLink() throws Exception {
        Process first = start("--empty", "--port", "0", "--data", "d", "--stop-within", "300");
        try {
            URI address = address(first);
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(status(address.resolve("/en"))).isEqualTo(200);
            assertThat(output())
                    .doesNotContain("Demo accounts")
                    .doesNotContain("WARN")
                    .doesNotContain("ERROR");
            return output().lines()
                    .filter(line -> line.contains("/setup#token="))
                    .findFirst()
                    .orElseThrow();
        } finally {
            first.destroy();
            assertThat(first.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(output()).doesNotContain("Exception").doesNotContain("too long");
            assertThat(folder.resolve("d/copse.mv.db")).exists();
        }
    }

    @Test
    void refusesToListenBeyondThisMachineWithoutTls() throws Exception {
        Process server = start("--host", "0.0.0.0", "--port", "0");
        assertThat(server.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(server.exitValue()).isEqualTo(2);
        assertThat(output()).contains("--tls-cert").contains("--behind-proxy");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
