package org.copse.server.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/**
 * The entity tag of what is served: a hash of its bytes. A file's time would not do: a reproducible build gives every file the same
 * one, and a browser would keep last year's script. The tags are weak, since compression changes the bytes.
 */
public final class ContentVersion {
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Returns the tag of a file that does not change while the server runs. */
    public String of(Resource file) {
        return known.computeIfAbsent(file.getDescription(), key -> {
            try {
                return of(file.getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns the tag of what is served once. */
    public static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
