package org.copse.server.walk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A walk as the phone says it is.
 *
 * @param version which state of it this is; the phone counts from 1
 * @param title such as the neighbourhood's name; 1 to 200 characters
 * @param startedAt by the phone's clock
 * @param endedAt by the phone's clock; null while it goes on
 * @param wholeTrack whether readers get the track with its ends, of 100 m each
 * @param participants how many walked along, by role and age; never who
 * @param note on the walk as a whole; at most 4,000 characters
 * @param planned the planned walk that it is; null for none. Never refused, whatever became of the plan meanwhile
 */
public record Walk(
        @Nullable Integer version,
        @Nullable String title,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Boolean wholeTrack,
        @Nullable List<Participants> participants,
        @Nullable String note,
        @Nullable UUID planned) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 4000;
    private static final int MOST_OF_A_KIND = 500;
    private static final List<String> ROLES =
            List.of("resident", "officer", "municipality", "association", "business", "school", "other");
    private static final List<String> AGES = List.of("child", "youth", "adult", "senior", "unknown");

    /** How many of a role and an age band walked along: {@code child} is under 12, {@code youth} under 25, {@code senior} over 64. */
    public record Participants(@Nullable String role, @Nullable String ages, @Nullable Integer count) {}

    /** Ends the request when a value is not allowed, naming all of them. */
    void check() {
        FieldErrors errors = new FieldErrors();
        Received.checkVersion(version, errors);
        Received.checkText("title", title, 1, LONGEST_TITLE, errors);
        Received.checkTime("startedAt", startedAt, errors);
        if (endedAt != null) {
            Received.checkTime("endedAt", endedAt, errors);
        }
        Received.checkText("note", Objects.requireNonNullElse(note, ""), 0, LONGEST_NOTE, errors);
        Set<List<String>> groups = new HashSet<>();
        for (Participants group : Objects.requireNonNullElse(participants, List.<Participants>of())) {
            check(group, groups, errors);
        }
        errors.throwIfAny();
    }

    private static void check(@Nullable Participants group, Set<List<String>> groups, FieldErrors errors) {
        if (group == null || group.role() == null || !ROLES.contains(group.role())) {
            errors.add("participants.role", "must be one of " + ROLES);
        } else if (group.ages() == null || !AGES.contains(group.ages())) {
            errors.add("participants.ages", "must be one of " + AGES);
        } else if (group.count() == null || group.count() < 1 || group.count() > MOST_OF_A_KIND) {
            errors.add("participants.count", "must be 1 to " + MOST_OF_A_KIND + ", not " + group.count());
        } else if (!groups.add(List.of(group.role(), group.ages()))) {
            errors.add("participants", "name " + group.role() + ", " + group.ages() + " twice");
        }
    }

    boolean keepsEnds() {
        return Boolean.TRUE.equals(wholeTrack);
    }
}
