package org.copse.server.problemcase;

import java.time.LocalDate;
import org.copse.statistics.change.RelativeChange;
import org.jspecify.annotations.Nullable;

/**
 * What came of the responses, as somebody judged on a day.
 *
 * @param number from 1
 * @param judgement one of {@link ReviewRequest#JUDGEMENTS}
 * @param words what was seen, and what is to follow
 * @param figures null for a review without
 * @param by the account
 */
record Review(int number, LocalDate heldOn, String judgement, String words, @Nullable Figures figures, String by) {

    /** Days from the first to the last, both included. */
    record Days(LocalDate from, LocalDate to) {}

    /**
     * Recorded incidents of an area before and after.
     *
     * @param before null where withheld because they are few
     * @param after likewise
     */
    record Counts(@Nullable Integer before, @Nullable Integer after) {}

    /**
     * Recorded incidents here and in areas that are like it.
     *
     * @param layer name of the incidents
     * @param control names of the beats compared with
     * @param change here over there; null where any count is withheld
     */
    record Figures(
            String layer,
            String control,
            Days before,
            Days after,
            Counts here,
            Counts there,
            @Nullable RelativeChange change) {}
}
