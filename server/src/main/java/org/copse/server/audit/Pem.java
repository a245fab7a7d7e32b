package org.copse.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;

/** Keys as text files. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String of(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Returns what is between the first and the last line. */
    static byte[] read(Path file) throws IOException {
        String body = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no PEM file", e);
        }
    }
}
