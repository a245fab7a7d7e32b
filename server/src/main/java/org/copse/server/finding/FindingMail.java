package org.copse.server.finding;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.mail.MailStanding;
import org.copse.server.mail.Outbox;
import org.copse.server.publicpage.PublicSettings;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the agency whose work a finding is: what, where, until when; nobody's name, no note for staff, no photo. */
@Component
class FindingMail {
    /** Before a place, so that its two numbers keep their order among Arabic words. */
    private static final String LEFT_TO_RIGHT = "\u200E";

    /** What turns the direction of writing: a text with it can look like another. */
    private static final String DIRECTIONS = "[\u202A-\u202E\u2066-\u2069]";

    private final Outbox outbox;
    private final PublicSettings authority;

    FindingMail(Outbox outbox, PublicSettings authority) {
        this.outbox = outbox;
        this.authority = authority;
        List<String> unknown = outbox.addressees().keySet().stream()
                .filter(agency -> !StepRequest.AGENCIES.contains(agency))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "copse.mail.agencies has " + unknown + ", which are none of " + StepRequest.AGENCIES);
        }
    }

    /** Returns who gets mail, and at which address. */
    Map<String, String> addressees() {
        return outbox.addressees();
    }

    /** Returns how the newest mail of each finding stands. */
    Map<UUID, MailStanding> newest() {
        return outbox.newest();
    }

    Optional<MailStanding> findNewest(UUID finding) {
        return outbox.findNewest(finding);
    }

    /** Ends the request when nobody can be written to of a step. */
    void check(Step step) {
        if (!step.state().isDue()) {
            throw FieldErrors.of("mail", "goes with the states accepted and in-progress alone");
        }
        if (!addressees().containsKey(Optional.ofNullable(step.agency()).orElse(""))) {
            throw FieldErrors.of("mail", "cannot be sent: no address is set for " + step.agency());
        }
    }

    /** Puts the mail into the outbox, within the transaction of the step. */
    void put(UUID id, Finding finding, Step step, FollowedFinding.@Nullable Beat beat, ZoneId zone) {
        String subject = Words.of(outbox.languages().get(0))
                .say(
                        "finding.mail.subject",
                        Map.of(
                                "category", category(Words.of(outbox.languages().get(0)), finding),
                                "number", id.toString().substring(0, 8)));
        String body = outbox.languages().stream()
                .map(language -> text(language, id, finding, step, beat, zone))
                .collect(Collectors.joining("\n\n----\n\n"));
        outbox.put(id, Optional.ofNullable(step.agency()).orElseThrow(), subject, body);
    }

    private String text(
            Language language, UUID id, Finding finding, Step step, FollowedFinding.@Nullable Beat beat, ZoneId zone) {
        Words words = Words.of(language);
        StringBuilder text = new StringBuilder(words.say("finding.mail.asks", Map.of("authority", authority.name())));
        text.append("\n");
        line(text, words.say("finding.column.category"), category(words, finding));
        line(text, words.say("finding.column.severity"), words.say("walk.severity." + finding.severity()));
        line(text, words.say("finding.mail.place"), place(words, finding.place()));
        line(text, words.say("finding.column.beat"), beat == null ? "" : oneLine(beat.name()));
        line(
                text,
                words.say("finding.column.seen"),
                finding.at() == null
                        ? ""
                        : words.moment(finding.at().atZone(zone).toLocalDateTime()));
        line(text, words.say("finding.column.due"), step.dueOn() == null ? "" : words.date(step.dueOn()));
        line(
                text,
                words.say("finding.column.state"),
                words.say("finding.state." + step.state().key()));
        line(text, words.say("finding.column.id"), id.toString());
        String seen = Optional.ofNullable(finding.words())
                .orElse("")
                .replaceAll(DIRECTIONS, "")
                .strip();
        if (!seen.isEmpty()) {
            text.append("\n\n").append(words.say("finding.column.words")).append(":");
            // Marked line by line, so that no word of it passes for one of ours.
            seen.lines().forEach(line -> text.append("\n> ").append(line));
        }
        return text.append("\n\n").append(words.say("finding.mail.answer")).toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("\n").append(label).append(": ").append(value);
        }
    }

    private static String category(Words words, Finding finding) {
        return words.say("walk.category." + finding.category());
    }

    private static String place(Words words, Finding.@Nullable Place place) {
        if (place == null) {
            return words.say("finding.mail.noPlace");
        }
        String at = LEFT_TO_RIGHT + String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lon());
        Double metres = place.accuracyMetres();
        return metres == null
                ? at
                : at + " (± " + words.say("unit.metres", Map.of("n", words.number(Math.ceil(metres), 0))) + ")";
    }

    private static String oneLine(String name) {
        return name.replaceAll(DIRECTIONS, "").replaceAll("\\s+", " ").strip();
    }
}
