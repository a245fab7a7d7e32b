package org.copse.server.redraw;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;

/** The revision or version that a client has seen, as it says in {@code If-Match}. */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /** Returns the tag of a revision or version. */
    static String tag(long number) {
        return "\"" + number + "\"";
    }

    /** Returns the revision that the header names; without one the request is refused. */
    static int required(@Nullable String header) {
        long revision = optional(header)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PRECONDITION_REQUIRED,
                        "Send If-Match with the revision that you have read, such as \"12\"."));
        return (int) Math.min(Integer.MAX_VALUE, revision);
    }

    /** Returns the version that the header names, where there is one. */
    static OptionalLong optional(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "If-Match has to name one revision, such as \"12\", not " + shortened(header) + ".");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    private static String shortened(String header) {
        return header.length() <= 40 ? header : header.substring(0, 40) + "…";
    }
}
