package org.copse.server.event;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps meetings and agreed priorities. */
@Service
public class Events {
    /** How long what was done about a priority is shown. */
    private static final int SHOWN_MONTHS = 12;

    private final EventRepository rows;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Events(EventRepository rows, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the meetings of a beat that are not over, those for the whole district too, the next first. */
    public List<Meeting> listMeetings(String beat) {
        return rows.listMeetings(clock.instant(), beat);
    }

    /** Returns what was agreed for a beat, the latest first; what was done long before a day is left out. */
    public List<Priority> listPriorities(String beat, LocalDate today) {
        return rows.listPriorities(beat, today.minusMonths(SHOWN_MONTHS));
    }

    /** Returns all meetings that are not long over, for staff. */
    List<Meeting> listMeetings() {
        return rows.listMeetings(clock.instant().minus(Duration.ofDays(7)));
    }

    List<Priority> listPriorities() {
        return rows.listPriorities();
    }

    /** Returns the beat that a meeting has; empty where it is for the whole district, or there is none. */
    Optional<String> findBeatOfMeeting(UUID id) {
        return rows.findMeeting(id).map(Meeting::beat);
    }

    /** Returns the beat that a priority has, or empty where there is none. */
    Optional<String> findBeatOfPriority(UUID id) {
        return rows.findPriority(id).map(Priority::beat);
    }

    void add(Meeting meeting, String by) {
        transactions.executeWithoutResult(status -> {
            rows.insert(meeting, by);
            record("meeting", meeting.id(), "", meeting.toString(), by);
        });
    }

    void change(Meeting meeting, String by) {
        transactions.executeWithoutResult(status -> {
            Meeting before = rows.findMeeting(meeting.id()).orElseThrow(Events::none);
            rows.update(meeting, by);
            record("meeting", meeting.id(), before.toString(), meeting.toString(), by);
        });
    }

    void removeMeeting(UUID id, String by) {
        transactions.executeWithoutResult(status -> {
            Meeting before = rows.findMeeting(id).orElseThrow(Events::none);
            rows.deleteMeeting(id);
            record("meeting", id, before.toString(), "", by);
        });
    }

    void add(Priority priority, String by) {
        transactions.executeWithoutResult(status -> {
            rows.insert(priority, by);
            record("priority", priority.id(), "", priority.toString(), by);
        });
    }

    void change(Priority priority, String by) {
        transactions.executeWithoutResult(status -> {
            Priority before = rows.findPriority(priority.id()).orElseThrow(Events::none);
            rows.update(priority, by);
            record("priority", priority.id(), before.toString(), priority.toString(), by);
        });
    }

    void removePriority(UUID id, String by) {
        transactions.executeWithoutResult(status -> {
            Priority before = rows.findPriority(id).orElseThrow(Events::none);
            rows.deletePriority(id);
            record("priority", id, before.toString(), "", by);
        });
    }

    private void record(String what, UUID id, String before, String after, String by) {
        audit.record(AuditEvent.of(AuditAction.EVENT_CHANGED)
                .on(what, id.toString())
                .before(before)
                .after(after)
                .by(by));
    }

    private static ProblemException none() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such entry. Somebody may have removed it.");
    }
}
