package org.copse.server.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a concern stands since somebody said so.
 *
 * @param number from 0, which is its receipt
 * @param beat id of the beat whose work it is
 * @param agency one of {@link StepRequest#AGENCIES} where it is passed on; else null
 * @param reason one of {@link StepRequest#REASONS} where it is closed; else null
 * @param told what whoever filed it reads, in the concern's language; may be empty
 * @param note for staff
 * @param by the account; null for the receipt
 */
record Step(
        int number,
        State state,
        String beat,
        @Nullable String agency,
        @Nullable String reason,
        String told,
        String note,
        @Nullable String by,
        Instant at) {
    /** Names nobody and repeats nothing that anybody wrote. */
    @Override
    public String toString() {
        return "Step[" + number + ", " + state.key() + ", beat " + beat + "]";
    }
}
