package org.copse.server.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.officer.Person;
import org.jspecify.annotations.Nullable;

/**
 * A handover as those concerned see it.
 *
 * @param mine which side the signed-in officer is on, or null
 * @param supervises whether who is signed in may act for either side
 */
record HandoverView(
        Heading heading,
        @Nullable Side mine,
        boolean supervises,
        List<Task> tasks,
        List<Entry> entries,
        Notice notice) {

    /**
     * A handover in a list.
     *
     * @param state {@code open}, {@code closed} or {@code cancelled}
     */
    record Heading(
            UUID id,
            String beat,
            String beatName,
            String sectorName,
            @Nullable Person from,
            Person to,
            LocalDate dueOn,
            boolean overdue,
            int tasksOpen,
            String state,
            Handover.@Nullable Signature given,
            Handover.@Nullable Signature taken) {}

    /** What residents are told, by language, from a day on. */
    record Notice(@Nullable LocalDate from, Map<String, String> words) {}
}
