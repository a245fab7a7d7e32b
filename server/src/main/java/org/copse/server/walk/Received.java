package org.copse.server.walk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a phone sent, to the byte: a retry is known by its hash. Its static methods check what the values of all items have in common. */
public record Received(String body, String sha256) {
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_VERSIONS = 1000;

    /**
     * Takes a body over.
     *
     * @param most bytes; more are refused
     */
    public static Received of(byte[] body, int most) {
        if (body.length > most) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "The body has " + body.length + " bytes, more than " + most + ".");
        }
        return new Received(new String(body, StandardCharsets.UTF_8), sha256(body));
    }

    /** Returns the body read, or ends the request as unreadable. */
    public <T> T as(Class<T> type, JsonMapper json) {
        T read;
        try {
            read = json.readValue(body, type);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("unreadable", e, new Body(body));
        }
        if (read == null) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The body is null.");
        }
        return read;
    }

    /** Returns the SHA-256 in lower-case hexadecimal. */
    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static void checkVersion(@Nullable Integer version, FieldErrors errors) {
        if (version == null || version < 1 || version > MOST_VERSIONS) {
            errors.add("version", "must be 1 to " + MOST_VERSIONS + ", not " + version);
        }
    }

    /** Phones' clocks go wrong, but not by centuries: this catches seconds taken for milliseconds. */
    public static void checkTime(String field, @Nullable Instant at, FieldErrors errors) {
        if (at == null) {
            errors.add(field, "is missing");
        } else if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            errors.add(field, "must be between 1970 and 2200, not " + at);
        }
    }

    public static void checkText(String field, @Nullable String text, int least, int most, FieldErrors errors) {
        int length = text == null ? 0 : text.strip().length();
        if (length < least || (text != null && text.length() > most)) {
            errors.add(field, "must have " + least + " to " + most + " characters, not " + length);
        } else if (text != null
                && (text.indexOf('\0') >= 0
                        || !StandardCharsets.UTF_8.newEncoder().canEncode(text))) {
            errors.add(field, "has a character that no text has");
        }
    }

    public static void checkPosition(String field, @Nullable Double lon, @Nullable Double lat, FieldErrors errors) {
        if (lon == null || lat == null || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            errors.add(
                    field, "must be a longitude of −180 to 180 and a latitude of −90 to 90, not " + lon + ", " + lat);
        }
    }

    private record Body(String text) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public HttpHeaders getHeaders() {
            return HttpHeaders.EMPTY;
        }
    }
}
