package org.copse.server.area;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.copse.server.assignment.Assignments;
import org.copse.server.event.Events;
import org.copse.server.event.Meeting;
import org.copse.server.event.Priority;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** Meetings and what was agreed, in a reader's words; what somebody wrote stays in the language that it was written in, and says so. */
final class MeetingText {
    private final Events events;
    private final Assignments days;

    MeetingText(Events events, Assignments days) {
        this.events = events;
        this.days = days;
    }

    /** A meeting; {@code when} is the authority's own time. */
    record Entry(Written title, String kind, String when, String place, Written description, boolean cancelled) {}

    /** What was agreed; {@code done} is null as long as nothing was. */
    record Agreed(Written issue, String agreedOn, @Nullable Written done, @Nullable String doneOn) {}

    List<Entry> meetings(String beat, Words words) {
        return events.listMeetings(beat).stream()
                .map(meeting -> entry(meeting, words))
                .toList();
    }

    private Entry entry(Meeting meeting, Words words) {
        LocalDateTime starts = days.timeOf(meeting.startsAt());
        LocalDateTime ends = days.timeOf(meeting.endsAt());
        String until = starts.toLocalDate().equals(ends.toLocalDate())
                ? words.time(ends.getHour() * 60 + ends.getMinute())
                : words.moment(ends);
        return new Entry(
                Written.of(meeting.title(), meeting.language(), words),
                words.say("events.kind." + meeting.kind().key()),
                words.say("area.when", Map.of("from", words.moment(starts), "to", until)),
                meeting.place(),
                Written.of(meeting.description(), meeting.language(), words),
                meeting.cancelled());
    }

    List<Agreed> agreed(String beat, Words words) {
        return events.listPriorities(beat, days.today()).stream()
                .map(priority -> agreed(priority, words))
                .toList();
    }

    private static Agreed agreed(Priority priority, Words words) {
        LocalDate doneOn = priority.doneOn();
        return new Agreed(
                Written.of(priority.issue(), priority.language(), words),
                words.say("events.agreed", Map.of("date", words.date(priority.agreedOn()))),
                doneOn == null ? null : Written.of(priority.done(), priority.language(), words),
                doneOn == null ? null : words.say("events.done", Map.of("date", words.date(doneOn))));
    }
}
