package org.copse.server.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.StringJoiner;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditFilter;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor asks for, as parameters of an address. What is not given does not matter.
 *
 * @param account the exact name of whoever acted
 * @param action the key of an action, such as {@code plan.published}
 * @param subjectType what kind of thing it was done to, such as {@code layer}
 * @param subjectId to which one
 * @param from the first day, or an instant; UTC
 * @param until the last day, both included, or an instant, excluded; UTC
 * @param text words in a reason, or in the state before or after
 */
record AuditQuestion(
        @Nullable String account,
        @Nullable String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String from,
        @Nullable String until,
        @Nullable String text) {

    /** Returns the filter; names every parameter that is none. */
    AuditFilter filter() {
        FieldErrors errors = new FieldErrors();
        Optional<AuditAction> known = given(action).flatMap(AuditAction::findByKey);
        if (given(action).isPresent() && known.isEmpty()) {
            errors.add("action", "is no action of the log");
        }
        AuditFilter filter = new AuditFilter(
                given(account).orElse(null),
                known.orElse(null),
                given(subjectType).orElse(null),
                given(subjectId).orElse(null),
                instant("from", from, 0, errors),
                instant("until", until, 1, errors),
                given(text).orElse(null));
        errors.throwIfAny();
        return filter;
    }

    /** Returns whether it asks about a person: such a reading is itself recorded. */
    boolean isAboutSomebody() {
        return given(account).isPresent() || given(text).isPresent();
    }

    /** Returns what was asked, for the record of it. */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        given(account).ifPresent(value -> words.add("account " + value));
        given(action).ifPresent(value -> words.add("action " + value));
        given(subjectType).ifPresent(value -> words.add("subject type " + value));
        given(subjectId).ifPresent(value -> words.add("subject " + value));
        given(from).ifPresent(value -> words.add("from " + value));
        given(until).ifPresent(value -> words.add("until " + value));
        given(text).ifPresent(value -> words.add("text " + value));
        return words.length() == 0 ? "everything" : words.toString();
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static @Nullable Instant instant(String field, @Nullable String value, int daysAfter, FieldErrors errors) {
        String text = given(value).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(field, "must be a day such as 2030-12-31 or an instant such as 2030-12-31T12:00:00Z");
            return null;
        }
    }
}
