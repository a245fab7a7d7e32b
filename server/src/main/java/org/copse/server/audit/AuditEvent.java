package org.copse.server.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to record. When it happened and, as a rule, who did it from where is added by {@link AuditLog}.
 *
 * @param action what was done
 * @param subjectType what kind of thing it was done to, such as {@code layer}; names nobody
 * @param subjectId which one: an id, never a name
 * @param detail facts that name nobody; cannot be erased
 * @param reason why, in the words of whoever did it; personal
 * @param before the state before, as JSON or words; personal
 * @param after the state after, as JSON or words; personal
 * @param by the account, where nobody is signed in on the thread that records; personal
 */
public record AuditEvent(
        AuditAction action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after,
        @Nullable String by) {
    static final int LONGEST_TYPE = 60;
    static final int LONGEST_ID = 200;
    /** Characters of a text; a longer one is cut, and says so. */
    static final int LONGEST_TEXT = 20_000;

    private static final Pattern NOT_IN_A_LINE = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    public AuditEvent {
        subjectType = line("subjectType", subjectType, LONGEST_TYPE);
        subjectId = line("subjectId", subjectId, LONGEST_ID);
        detail = text(detail);
        reason = text(reason);
        before = text(before);
        after = text(after);
        by = by == null ? null : NOT_IN_A_LINE.matcher(by).replaceAll("\uFFFD");
        if (action.asksReason() && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException(action.key() + " is recorded with a reason");
        }
    }

    /** Returns an event of which nothing else is known yet; see {@link Draft}. */
    public static Draft of(AuditAction action) {
        return new Draft(action, null, null, null, null, null, null, null);
    }

    /** A line break in an id would let one entry look like two in a file. */
    private static @Nullable String line(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new IllegalArgumentException(field + " has " + text.length() + " characters, more than " + longest);
        }
        return text == null ? null : NOT_IN_A_LINE.matcher(text).replaceAll("\uFFFD");
    }

    private static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = NOT_IN_A_TEXT.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
        return clean.length() <= LONGEST_TEXT
                ? clean
                : clean.substring(0, LONGEST_TEXT) + " … (cut: " + clean.length() + " characters)";
    }

    /** An event in the making: its fields are checked when it is complete. */
    public record Draft(
            AuditAction action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String detail,
            @Nullable String reason,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by) {

        /** What it was done to: a kind of thing and its id, never a name. */
        public Draft on(String type, String id) {
            return new Draft(action, type, id, detail, reason, before, after, by);
        }

        /** Facts that name nobody; they stay when personal fields are erased. */
        public Draft detail(@Nullable String facts) {
            return new Draft(action, subjectType, subjectId, facts, reason, before, after, by);
        }

        /** Why, in the words of whoever did it. */
        public Draft because(@Nullable String why) {
            return new Draft(action, subjectType, subjectId, detail, why, before, after, by);
        }

        /** The state before, as JSON or words. */
        public Draft before(@Nullable String state) {
            return new Draft(action, subjectType, subjectId, detail, reason, state, after, by);
        }

        /** The state after, as JSON or words. */
        public Draft after(@Nullable String state) {
            return new Draft(action, subjectType, subjectId, detail, reason, before, state, by);
        }

        /** Who did it, where nobody is signed in on this thread. */
        public Draft by(@Nullable String account) {
            return new Draft(action, subjectType, subjectId, detail, reason, before, after, account);
        }

        AuditEvent complete() {
            return new AuditEvent(action, subjectType, subjectId, detail, reason, before, after, by);
        }
    }
}
