package org.copse.server.adoption;

import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What people write into a request. */
final class Texts {
    static final int LONGEST_REASON = 4000;
    static final int LONGEST_NAME = 200;

    private Texts() {}

    /** Returns a text that must be there, without space around it. */
    static String needed(String field, @Nullable String given, int longest, FieldErrors errors) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest) {
            errors.add(field, "must have 1 to " + longest + " characters, not " + text.length());
        }
        return text;
    }

    /** Returns a text that may be missing; empty then. */
    static String optional(String field, @Nullable String given, int longest, FieldErrors errors) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            errors.add(field, "must have at most " + longest + " characters, not " + text.length());
        }
        return text;
    }
}
