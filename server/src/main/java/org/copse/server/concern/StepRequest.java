package org.copse.server.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * How a concern is to stand from now on: all of it, not only what changes.
 *
 * @param after the number of the step that was seen before deciding
 * @param state the present one too, where it is passed to another beat or something is said
 * @param beat id of the beat whose work it is; the present one where it is null
 * @param agency one of {@link #AGENCIES} where it is passed on
 * @param reason one of {@link #REASONS} where it is closed
 * @param told what whoever filed it reads, in the concern's language; needed once it is settled, at most 1,000 characters
 * @param note for staff, at most 1,000 characters
 */
record StepRequest(
        @Nullable Integer after,
        @Nullable String state,
        @Nullable String beat,
        @Nullable String agency,
        @Nullable String reason,
        @Nullable String told,
        @Nullable String note) {
    static final List<String> AGENCIES =
            List.of("municipality", "lighting", "parks", "roads", "landlord", "transport", "other");
    static final List<String> REASONS = List.of("not-found", "not-ours", "known", "unclear", "no-concern");

    private static final int LONGEST = 1000;

    /**
     * Returns the step after another, or ends the request naming all that is wrong.
     *
     * @param beats ids of those that it may be passed to
     */
    Step step(Step before, Set<String> beats, String by, Instant at) {
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
        String whose = beat == null || beat.isEmpty() ? before.beat() : beat;
        if (!whose.equals(before.beat()) && !beats.contains(whose)) {
            errors.add("beat", "must be a beat of the plan in force");
        }
        String agencyThen = next == State.PASSED_ON ? oneOf("agency", agency, AGENCIES, errors) : null;
        String reasonThen = next == State.CLOSED ? oneOf("reason", reason, REASONS, errors) : null;
        String words = errors.text("told", told == null ? null : PlainText.of(told), next.isSettled() ? 1 : 0, LONGEST);
        String kept = errors.text("note", note == null ? null : PlainText.of(note), 0, LONGEST);
        errors.throwIfAny();
        return new Step(before.number() + 1, next, whose, agencyThen, reasonThen, words, kept, by, at);
    }

    private static @Nullable String oneOf(
            String field, @Nullable String given, List<String> known, FieldErrors errors) {
        if (given == null || !known.contains(given)) {
            errors.add(field, "must be one of " + known);
        }
        return given;
    }
}
