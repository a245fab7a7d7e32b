package org.copse.server.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation on a plan.
 *
 * @param closesOn the last day on which comments are taken
 * @param keyHash of the key that the link needs; null where the page is public
 * @param openedAt when the page could first be seen; null before
 * @param closedAt when staff closed it with a summary; null before
 */
record Consultation(
        UUID plan,
        String intro,
        LocalDate closesOn,
        @Nullable String keyHash,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String summary) {

    boolean isOpen() {
        return openedAt != null && closedAt == null;
    }

    /** Returns whether comments are taken on a day. */
    boolean takesCommentsOn(LocalDate day) {
        return isOpen() && !day.isAfter(closesOn);
    }

    /**
     * Whether a group was reached.
     *
     * @param who a group or an organisation, never a person
     * @param reached invited, reached or not-reached
     */
    record Outreach(UUID id, String who, String how, String reached, String note) {}

    /** You said, we did. */
    record Answer(UUID id, String said, String did) {}

    /**
     * What somebody said.
     *
     * @param beat that it is about; with {@code otherBeat}, their boundary; null for the plan as a whole
     * @param state waiting, shown or hidden
     * @param answer to it, if there is one yet
     * @param why it is hidden
     */
    record Comment(
            UUID id,
            @Nullable String beat,
            @Nullable String otherBeat,
            String words,
            String state,
            @Nullable UUID answer,
            Instant at,
            @Nullable String why) {}
}
