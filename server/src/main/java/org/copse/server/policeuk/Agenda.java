package org.copse.server.policeuk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.copse.server.assignment.Assignments;
import org.copse.server.event.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings and agreed priorities in the shape of police.uk. */
@Component
class Agenda {
    private final Events events;
    private final Assignments days;

    Agenda(Events events, Assignments days) {
        this.events = events;
        this.days = days;
    }

    /** A meeting; its times have the zone that police.uk leaves out. */
    record Meeting(
            String title,
            String description,
            String address,
            String type,
            @JsonProperty("start_date") OffsetDateTime startDate,
            @JsonProperty("end_date") OffsetDateTime endDate,
            boolean cancelled) {}

    /** What was agreed, and what was done; days without a time. */
    record Priority(
            String issue,
            @JsonProperty("issue-date") LocalDate issueDate,
            @Nullable String action,
            @JsonProperty("action-date") @Nullable LocalDate actionDate) {}

    List<Meeting> meetings(String beat) {
        return events.listMeetings(beat).stream()
                .map(one -> new Meeting(
                        one.title(),
                        one.description(),
                        one.place(),
                        one.kind().key(),
                        zoned(one.startsAt()),
                        zoned(one.endsAt()),
                        one.cancelled()))
                .toList();
    }

    List<Priority> priorities(String beat) {
        return events.listPriorities(beat, days.today()).stream()
                .map(one -> new Priority(
                        one.issue(), one.agreedOn(), one.done().isEmpty() ? null : one.done(), one.doneOn()))
                .toList();
    }

    private OffsetDateTime zoned(Instant instant) {
        return instant.atZone(days.zone()).toOffsetDateTime();
    }
}
