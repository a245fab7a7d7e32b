package org.copse.server.problemcase;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened, or what it is to say from now on: all of it.
 *
 * @param after version that was seen before; null for a new one
 * @param title at most 200 characters
 * @param beat id of a beat of the plan in force; the present one may stay
 * @param language of its texts: two letters
 * @param scan at most 4,000 characters
 * @param analysis at most 4,000 characters
 */
record CaseRequest(
        @Nullable Integer after,
        @Nullable String title,
        @Nullable String beat,
        @Nullable String language,
        @Nullable String scan,
        Triangle.@Nullable Asked triangle,
        @Nullable String analysis) {
    static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 4000;

    /** Returns a new case, or ends the request naming all that is wrong. */
    ProblemCase opened(UUID id, Set<String> beats, String by, Instant at) {
        return checked(
                new ProblemCase(id, 0, "", "", "", Stage.SCAN, "", Triangle.UNKNOWN, "", null, null, "", by, at, at),
                beats,
                at);
    }

    /** Returns a case as it is to be, or ends the request naming all that is wrong. */
    ProblemCase checked(ProblemCase known, Set<String> beats, Instant at) {
        FieldErrors errors = new FieldErrors();
        String called = NobodyNamed.text("title", title, 1, LONGEST_TITLE, errors);
        String whose = Objects.requireNonNullElse(beat, "");
        if (!whose.equals(known.beat()) && !beats.contains(whose) || whose.isEmpty()) {
            errors.add("beat", "must be a beat of the plan in force");
        }
        String spoken = Objects.requireNonNullElse(language, "");
        if (Language.ofCode(spoken).isEmpty()) {
            errors.add("language", "must be en, nl, fr, de or ar");
        }
        String seen = NobodyNamed.text("scan", scan, 0, LONGEST, errors);
        String why = NobodyNamed.text("analysis", analysis, 0, LONGEST, errors);
        Triangle drawn = triangle == null ? known.triangle() : triangle.checked(errors);
        errors.throwIfAny();
        return new ProblemCase(
                known.id(),
                known.version() + 1,
                called,
                whose,
                spoken,
                known.stage(),
                seen,
                drawn,
                why,
                known.reviewOn(),
                known.outcome(),
                known.closing(),
                known.openedBy(),
                known.openedAt(),
                at);
    }
}
