package org.copse.server.problemcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem that somebody works on.
 *
 * @param version counts changes
 * @param beat id of the beat whose problem it is
 * @param language of its texts: two letters
 * @param scan what happens, since when, to whom it matters
 * @param analysis why it happens there
 * @param reviewOn when it is to be looked at again; null for no day
 * @param outcome how it ended; null before
 * @param closing why it was closed; empty before
 */
record ProblemCase(
        UUID id,
        int version,
        String title,
        String beat,
        String language,
        Stage stage,
        String scan,
        Triangle triangle,
        String analysis,
        @Nullable LocalDate reviewOn,
        @Nullable String outcome,
        String closing,
        String openedBy,
        Instant openedAt,
        Instant changedAt) {

    boolean isOverdue(LocalDate today) {
        return stage != Stage.CLOSED && reviewOn != null && reviewOn.isBefore(today);
    }

    /** Returns it after a review. @param next when it is to be looked at again; null for no day */
    ProblemCase reviewed(@Nullable LocalDate next, Instant at) {
        return new ProblemCase(
                id,
                version + 1,
                title,
                beat,
                language,
                stage,
                scan,
                triangle,
                analysis,
                next,
                outcome,
                closing,
                openedBy,
                openedAt,
                at);
    }

    /** Names nothing that anybody wrote. */
    @Override
    public String toString() {
        return "ProblemCase[" + id + ", " + stage.key() + ", version " + version + "]";
    }
}
