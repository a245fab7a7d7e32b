package org.copse.server.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, field by field, so that one answer names it all. */
public final class FieldErrors {
    private final List<Map<String, String>> errors = new ArrayList<>();

    /**
     * Adds what is wrong with one field.
     *
     * @param field its path in the request, such as {@code layers.units}
     * @param message what is wrong, naming value and bound
     */
    public void add(String field, String message) {
        errors.add(Map.of("field", field, "message", message));
    }

    /** Returns a text without space around it, and adds that it is too short or too long; nothing counts as an empty one. */
    public String text(String field, @Nullable String given, int least, int most) {
        String text = given == null ? "" : given.strip();
        if (text.length() < least || text.length() > most) {
            add(field, "must have " + least + " to " + most + " characters, not " + text.length());
        }
        return text;
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Does nothing when nothing was added; else ends the request in {@link ProblemType#VALIDATION} with "errors". */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw toProblem();
        }
    }

    /** Returns the problem for one field. */
    public static ProblemException of(String field, String message) {
        FieldErrors one = new FieldErrors();
        one.add(field, message);
        return one.toProblem();
    }

    private ProblemException toProblem() {
        String detail = errors.size() == 1
                ? errors.get(0).get("field") + ": " + errors.get(0).get("message")
                : errors.size() + " values are not allowed";
        return new ProblemException(ProblemType.VALIDATION, detail, Map.of("errors", List.copyOf(errors)));
    }
}
