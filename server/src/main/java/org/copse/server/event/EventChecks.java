package org.copse.server.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what staff send, and says all that is wrong with it at once. */
@Component
class EventChecks {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_ISSUE = 1000;
    private static final int LONGEST_CHOICE = 300;
    private static final Period LONGEST_POLL = Period.ofMonths(6);
    private static final Duration LONGEST_MEETING = Duration.ofDays(2);

    private final PlanIndex plans;
    private final Assignments days;

    EventChecks(PlanIndex plans, Assignments days) {
        this.plans = plans;
        this.days = days;
    }

    /**
     * Returns the meeting of a request.
     *
     * @param kept the beat that it has until now, which may be one of an earlier plan; null for a new one and for the whole district
     */
    Meeting meeting(UUID id, MeetingRequest request, @Nullable String kept) {
        FieldErrors errors = new FieldErrors();
        String beat = request.beat() == null || request.beat().isBlank() ? null : request.beat();
        if (beat != null) {
            checkBeat(beat, kept, errors);
        }
        String title = errors.text("title", request.title(), 1, LONGEST_TITLE);
        String place = errors.text("place", request.place(), 1, LONGEST_PLACE);
        String description = errors.text("description", request.description(), 0, LONGEST_TEXT);
        String language = language(request.language(), errors);
        Meeting.Kind kind = Optional.ofNullable(request.kind())
                .filter(Meeting.Kind.keys()::contains)
                .map(key -> Meeting.Kind.values()[Meeting.Kind.keys().indexOf(key)])
                .orElse(null);
        if (kind == null) {
            errors.add("kind", "must be one of " + Meeting.Kind.keys());
        }
        Instant starts = instant("starts", request.starts(), errors);
        Instant ends = instant("ends", request.ends(), errors);
        if (errors.isEmpty() && (!ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST_MEETING)))) {
            errors.add("ends", "must be after it starts, by two days at most");
        }
        errors.throwIfAny();
        return new Meeting(
                id,
                beat,
                Optional.ofNullable(kind).orElseThrow(),
                title,
                place,
                description,
                language,
                starts,
                ends,
                Boolean.TRUE.equals(request.cancelled()));
    }

    /**
     * Returns the priority of a request.
     *
     * @param kept the beat that it has until now, which may be one of an earlier plan; null for a new one
     */
    Priority priority(UUID id, PriorityRequest request, @Nullable String kept) {
        FieldErrors errors = new FieldErrors();
        String beat = request.beat() == null ? "" : request.beat();
        checkBeat(beat, kept, errors);
        String issue = errors.text("issue", request.issue(), 1, LONGEST_ISSUE);
        String done = errors.text("done", request.done(), 0, LONGEST_TEXT);
        LocalDate today = days.today();
        LocalDate agreedOn = request.agreedOn();
        if (agreedOn == null || agreedOn.isAfter(today)) {
            errors.add("agreedOn", "must be a day that is not to come");
        }
        LocalDate doneOn = request.doneOn();
        if (done.isEmpty() != (doneOn == null)) {
            errors.add("doneOn", "and what was done go together: give both or neither");
        } else if (doneOn != null && (doneOn.isAfter(today) || (agreedOn != null && doneOn.isBefore(agreedOn)))) {
            errors.add("doneOn", "must be a day since the agreement that is not to come");
        }
        String language = language(request.language(), errors);
        errors.throwIfAny();
        return new Priority(id, beat, issue, Optional.ofNullable(agreedOn).orElseThrow(), done, doneOn, language);
    }

    /**
     * Returns the poll of a request.
     *
     * @param before the poll until now; null for a new one. Once it has opened, only its last day changes
     */
    Poll poll(UUID id, PollRequest request, @Nullable Poll before) {
        FieldErrors errors = new FieldErrors();
        String beat = request.beat() == null ? "" : request.beat();
        checkBeat(beat, before == null ? null : before.beat(), errors);
        String language = language(request.language(), errors);
        List<String> choices = choices(request.choices(), errors);
        LocalDate today = days.today();
        LocalDate opens = Optional.ofNullable(request.opensOn()).orElse(LocalDate.MIN);
        LocalDate closes = Optional.ofNullable(request.closesOn()).orElse(LocalDate.MIN);
        if (before != null && before.hasOpened(today)) {
            boolean same = beat.equals(before.beat())
                    && language.equals(before.language())
                    && opens.equals(before.opensOn())
                    && choices.equals(before.choices());
            if (!same || before.isOver(today)) {
                errors.add("poll", "has opened: only its last day can change, and only until it is over");
            }
        } else if (opens.isBefore(today)) {
            errors.add("opensOn", "must be today or a day to come");
        }
        if (closes.isBefore(opens) || closes.isBefore(today) || closes.isAfter(opens.plus(LONGEST_POLL))) {
            errors.add(
                    "closesOn",
                    "must be a day to come from opensOn on, by " + LONGEST_POLL.getMonths() + " months at most");
        }
        errors.throwIfAny();
        return new Poll(id, beat, language, opens, closes, choices);
    }

    private static List<String> choices(@Nullable List<String> given, FieldErrors errors) {
        List<String> choices = Optional.ofNullable(given).orElse(List.of()).stream()
                .map(choice ->
                        choice == null ? "" : choice.replaceAll("\\s+", " ").strip())
                .filter(choice -> !choice.isEmpty())
                .toList();
        if (choices.size() < Poll.FEWEST_CHOICES || choices.size() > Poll.MOST_CHOICES) {
            errors.add(
                    "choices",
                    "must be " + Poll.FEWEST_CHOICES + " to " + Poll.MOST_CHOICES + ", not " + choices.size());
        }
        if (choices.stream().distinct().count() < choices.size()) {
            errors.add("choices", "must differ from each other");
        }
        if (choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE)) {
            errors.add("choices", "must have at most " + LONGEST_CHOICE + " characters each");
        }
        return choices;
    }

    MeetingView view(Meeting meeting) {
        return new MeetingView(
                meeting.id(),
                meeting.beat(),
                meeting.kind(),
                meeting.title(),
                meeting.place(),
                meeting.description(),
                meeting.language(),
                days.timeOf(meeting.startsAt()),
                days.timeOf(meeting.endsAt()),
                meeting.cancelled());
    }

    private void checkBeat(String beat, @Nullable String kept, FieldErrors errors) {
        if (!beat.equals(kept)
                && plans.get().beats().stream().noneMatch(one -> one.id().equals(beat))) {
            errors.add("beat", "must be a beat of the plan in force");
        }
    }

    private static String language(@Nullable String given, FieldErrors errors) {
        String code = given == null ? "" : given;
        if (Language.ofCode(code).isEmpty()) {
            errors.add("language", "must be en, nl, fr, de or ar");
        }
        return code;
    }

    private Instant instant(String field, @Nullable LocalDateTime given, FieldErrors errors) {
        if (given == null) {
            errors.add(field, "is missing");
            return Instant.EPOCH;
        }
        return given.atZone(days.zone()).toInstant();
    }
}
