package org.copse.server.problemcase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A review to be held.
 *
 * @param after version of the case that was seen
 * @param heldOn until today
 * @param judgement one of {@link #JUDGEMENTS}
 * @param words at most 2,000 characters
 * @param before months to compare; null for a review without figures
 * @param since as many months after them
 * @param controls ids of beats to compare with; those most like it where none is given
 * @param reviewOn when it is to be looked at again
 */
record ReviewRequest(
        @Nullable Integer after,
        @Nullable LocalDate heldOn,
        @Nullable String judgement,
        @Nullable String words,
        @Nullable Months before,
        @Nullable Months since,
        @Nullable List<String> controls,
        @Nullable LocalDate reviewOn) {
    static final List<String> JUDGEMENTS = List.of("solved", "smaller", "unchanged", "worse", "moved", "too-early");

    private static final int LONGEST_WORDS = 2000;
    private static final int MOST_CONTROLS = 5;

    /** From the first to the last, both included, such as 2025-01. */
    record Months(@Nullable String from, @Nullable String to) {}

    /**
     * What was read.
     *
     * @param before null without figures, and {@code since} with it
     * @param controls empty for those most like it
     */
    record Checked(
            LocalDate heldOn,
            String judgement,
            String words,
            Review.@Nullable Days before,
            Review.@Nullable Days since,
            List<String> controls) {}

    /** Returns what was read, or ends the request naming all that is wrong. @param beats of the plan in force */
    Checked checked(String own, List<String> beats, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        if (heldOn == null || heldOn.isAfter(today) || heldOn.getYear() < 2000) {
            errors.add("heldOn", "must be a day until today, not " + heldOn);
        }
        String judged = Objects.requireNonNullElse(judgement, "");
        if (!JUDGEMENTS.contains(judged)) {
            errors.add("judgement", "must be one of " + JUDGEMENTS);
        }
        String said = NobodyNamed.text("words", words, 1, LONGEST_WORDS, errors);
        Review.Days first = days("before", before, errors);
        Review.Days second = days("since", since, errors);
        if ((first == null) != (second == null)) {
            errors.add(first == null ? "before" : "since", "is missing: give months before and after, or neither");
        } else if (first != null && second != null) {
            checkPair(first, second, today, errors);
        }
        List<String> compared = Objects.requireNonNullElse(controls, List.of());
        if (compared.contains(own) || !beats.containsAll(compared) || compared.size() > MOST_CONTROLS) {
            errors.add("controls", "must be at most " + MOST_CONTROLS + " other beats of the plan in force");
        }
        errors.throwIfAny();
        return new Checked(Objects.requireNonNull(heldOn), judged, said, first, second, List.copyOf(compared));
    }

    private static void checkPair(Review.Days before, Review.Days since, LocalDate today, FieldErrors errors) {
        if (!since.from().isAfter(before.to())) {
            errors.add("since", "must begin after the months before it");
        }
        if (since.to().isAfter(today)) {
            errors.add("since", "must be over: it ends on " + since.to());
        }
        if (countMonths(before) != countMonths(since)) {
            errors.add(
                    "since",
                    "must be as many months as before: " + countMonths(before) + ", not " + countMonths(since));
        }
    }

    private static long countMonths(Review.Days days) {
        return ChronoUnit.MONTHS.between(YearMonth.from(days.from()), YearMonth.from(days.to()));
    }

    private static Review.@Nullable Days days(String field, @Nullable Months months, FieldErrors errors) {
        if (months == null || (months.from() == null && months.to() == null)) {
            return null;
        }
        Optional<YearMonth> from = month(months.from());
        Optional<YearMonth> to = month(months.to());
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            errors.add(field, "must be months such as 2025-01, the first not after the last");
            return null;
        }
        return new Review.Days(from.get().atDay(1), to.get().atEndOfMonth());
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(YearMonth::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
