package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.event.Poll;
import org.copse.server.event.PollResult;
import org.copse.server.event.PollSettings;
import org.copse.server.event.Polls;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Polls in a reader's words; choices stay in the language that somebody wrote them in, and say so. */
@Component
final class PollText {
    private final Polls polls;
    private final PollSettings settings;

    PollText(Polls polls, PollSettings settings) {
        this.polls = polls;
        this.settings = settings;
    }

    /**
     * A poll.
     *
     * @param address path of its page, after the language
     * @param until when it closes or closed
     * @param foreign names the language of its choices where it is not the reader's
     * @param result null while it is open, and where too few took part
     * @param few says so; null where there is a result, and while it is open
     */
    record Entry(
            String address,
            boolean open,
            String until,
            @Nullable String foreign,
            @Nullable Result result,
            @Nullable String few) {}

    /** How it ended; {@code method} says how many took part, and what that does not mean. */
    record Result(List<Place> places, String method) {}

    /** A choice's place, from 1. */
    record Place(String place, Written issue, String points) {}

    /** Returns the polls of a beat that are open or were so not long ago. */
    List<Entry> list(String beat, Words words) {
        return polls.listShown(beat).stream().map(poll -> entry(poll, words)).toList();
    }

    Entry entry(Poll poll, Words words) {
        boolean open = polls.isOpen(poll);
        Optional<PollResult> result = polls.findResult(poll);
        String few = open || result.isPresent()
                ? null
                : words.say("poll.few", Map.of("n", words.number(settings.leastBallots(), 0)));
        return new Entry(
                address(poll),
                open,
                words.say(open ? "poll.until" : "poll.ended", Map.of("date", words.date(poll.closesOn()))),
                issue(poll, 1, words).foreign(),
                result.map(one -> result(poll, one, words)).orElse(null),
                few);
    }

    private static Result result(Poll poll, PollResult result, Words words) {
        return new Result(
                result.places().stream()
                        .map(one -> new Place(
                                words.number(one.place(), 0),
                                issue(poll, one.choice(), words),
                                words.say("poll.points", Map.of("n", words.number(one.points(), 1)))))
                        .toList(),
                words.say("poll.method", Map.of("n", words.number(result.ballots(), 0))));
    }

    /** Returns a choice by its number, from 1. */
    static Written issue(Poll poll, int choice, Words words) {
        return Written.of(poll.choices().get(choice - 1), poll.language(), words);
    }

    /** Returns the path of a poll's page, after the language. */
    static String address(Poll poll) {
        return "/polls/" + poll.id();
    }
}
