package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.opentest4j.TestAbortedException;

/** A program of the system's that knows a format better than we do; {@code ./test} installs what is missing. */
public final class DebianTool {
    private DebianTool() {}

    /** Runs it with bytes on its input, and returns what it writes; without it the test is skipped, which fails in CI. */
    public static String run(String name, byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new TestAbortedException(name + " is not installed", e);
        }
        try {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(process));
            try (OutputStream out = process.getOutputStream()) {
                out.write(input);
            }
            String text = answer.join();
            assertThat(process.waitFor()).as(name + ": " + text).isZero();
            return text;
        } catch (IOException e) {
            throw new IllegalStateException(name + " did not take its input", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
