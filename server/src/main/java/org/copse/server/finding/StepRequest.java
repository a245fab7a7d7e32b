package org.copse.server.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.copse.server.walk.Received;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a finding is to stand from now on: all of it, not only what changes.
 *
 * @param after the number of the step that was seen before deciding; 0 for none
 * @param state the present one too, where only agency, day or publicity change
 * @param agency one of {@link #AGENCIES}; needed once it is accepted
 * @param dueOn needed once it is accepted
 * @param isPublic whether residents read of it
 * @param told what they read; needed when public, at most 1,000 characters
 * @param language of {@code told}
 * @param note at most 2,000 characters; needed for a refusal and for a step back
 * @param checkedOn a later walk, when it was looked at again on one
 * @param mail whether the agency is written to
 */
record StepRequest(
        @Nullable Integer after,
        @Nullable String state,
        @Nullable String agency,
        @Nullable LocalDate dueOn,
        @Nullable Boolean isPublic,
        @Nullable String told,
        @Nullable String language,
        @Nullable String note,
        @Nullable UUID checkedOn,
        @Nullable Boolean mail) {
    static final List<String> AGENCIES =
            List.of("municipality", "lighting", "parks", "roads", "landlord", "transport", "police", "other");

    private static final int LONGEST_TOLD = 1000;
    private static final int LONGEST_NOTE = 2000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Returns the step after another, or ends the request naming all that is wrong. */
    Step step(Step before, String by) {
        FieldErrors errors = new FieldErrors();
        State to = Optional.ofNullable(state).flatMap(State::findByKey).orElse(null);
        if (to == null) {
            errors.add("state", "must be one of " + State.keys());
        } else if (to != before.state() && !before.state().next().contains(to)) {
            errors.add(
                    "state",
                    "cannot be " + to.key() + " after " + before.state().key() + ", but one of "
                            + before.state().next().stream().map(State::key).toList());
        }
        State next = to == null ? before.state() : to;
        if (agency != null && !AGENCIES.contains(agency)) {
            errors.add("agency", "must be one of " + AGENCIES);
        } else if (agency == null && next.isTakenOn()) {
            errors.add("agency", "is missing: who sees to it?");
        }
        if (dueOn == null && next.isTakenOn()) {
            errors.add("dueOn", "is missing: until when?");
        } else if (dueOn != null && (dueOn.getYear() < FIRST_YEAR || dueOn.getYear() > LAST_YEAR)) {
            errors.add("dueOn", "must be between " + FIRST_YEAR + " and " + LAST_YEAR + ", not " + dueOn);
        }
        boolean shown = Boolean.TRUE.equals(isPublic);
        String words = text("told", told, shown ? 1 : 0, LONGEST_TOLD, errors);
        String spoken = language == null ? "" : language;
        if (!words.isEmpty() && Language.ofCode(spoken).isEmpty()) {
            errors.add("language", "must be en, nl, fr, de or ar");
        }
        String why = text("note", note, before.state().asksWhy(next) ? 1 : 0, LONGEST_NOTE, errors);
        if (checkedOn != null && next != State.CHECKED) {
            errors.add("checkedOn", "goes with the state checked alone");
        }
        errors.throwIfAny();
        return new Step(
                before.number() + 1,
                next,
                agency,
                dueOn,
                shown,
                words,
                words.isEmpty() ? "" : spoken,
                why,
                checkedOn,
                by,
                null);
    }

    private static String text(String field, @Nullable String given, int least, int most, FieldErrors errors) {
        Received.checkText(field, given == null ? "" : given, least, most, errors);
        return given == null ? "" : given.strip();
    }
}
