package org.copse.server.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a finding stands since somebody said so.
 *
 * @param number from 1, without a gap; 0 before the first
 * @param agency whose work it is; null as long as nobody's
 * @param dueOn the day until when
 * @param told what residents read
 * @param language of {@code told}: two letters
 * @param note for staff: why, or what was done
 * @param checkedOn the later walk on which it was looked at again
 * @param by the account; empty before the first step
 * @param at when; null before the first step
 */
record Step(
        int number,
        State state,
        @Nullable String agency,
        @Nullable LocalDate dueOn,
        boolean isPublic,
        String told,
        String language,
        String note,
        @Nullable UUID checkedOn,
        String by,
        @Nullable Instant at) {
    /** How it stands before anybody decided. */
    static final Step NONE = new Step(0, State.OPEN, null, null, false, "", "", "", null, "", null);

    boolean isOverdue(LocalDate today) {
        return state.isDue() && dueOn != null && dueOn.isBefore(today);
    }
}
