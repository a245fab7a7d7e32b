package org.copse.server.walk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Which bytes of a photo a piece has, as {@code Content-Range: bytes start-last/total} says. */
record PhotoRange(int start, int total) {
    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,9})-(\\d{1,9})/(\\d{1,9})");

    /** Reads the header for a body of so many bytes. */
    static PhotoRange of(@Nullable String header, int length) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            throw FieldErrors.of("Content-Range", "must be of the form: bytes start-last/total");
        }
        int start = Integer.parseInt(parts.group(1));
        int last = Integer.parseInt(parts.group(2));
        int total = Integer.parseInt(parts.group(3));
        if (length < 1 || last - start + 1 != length || last >= total) {
            throw FieldErrors.of(
                    "Content-Range",
                    "names bytes " + start + " to " + last + " of " + total + ", the body has " + length);
        }
        return new PhotoRange(start, total);
    }
}
