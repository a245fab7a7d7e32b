package org.copse.server.problemcase;

import java.time.Instant;
import java.util.Objects;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;

/** What residents are to read of a case, in one language. */
record TellingRequest(
        @Nullable String language,
        @Nullable String title,
        @Nullable String problem,
        @Nullable String doing,
        @Nullable String result) {
    private static final int LONGEST = 2000;

    /** Returns a version that is not public yet, or ends the request naming all that is wrong. */
    Telling checked(int number, String by, Instant at) {
        FieldErrors errors = new FieldErrors();
        String called = NobodyNamed.text("title", title, 1, CaseRequest.LONGEST_TITLE, errors);
        String what = NobodyNamed.text("problem", problem, 1, LONGEST, errors);
        String done = NobodyNamed.text("doing", doing, 1, LONGEST, errors);
        String came = NobodyNamed.text("result", result, 0, LONGEST, errors);
        errors.throwIfAny();
        return new Telling(spoken().code(), number, called, what, done, came, by, at, null);
    }

    Language spoken() {
        return Language.ofCode(Objects.requireNonNullElse(language, ""))
                .orElseThrow(() -> FieldErrors.of("language", "must be en, nl, fr, de or ar"));
    }
}
