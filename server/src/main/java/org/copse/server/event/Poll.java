package org.copse.server.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A shortlist of problems that the residents of a beat put in their order.
 *
 * @param beat id of the beat
 * @param language of its choices: two letters
 * @param opensOn the first day on which residents rank
 * @param closesOn the last
 * @param choices two to {@link #MOST_CHOICES}; a choice's number is its place here, from 1
 */
public record Poll(UUID id, String beat, String language, LocalDate opensOn, LocalDate closesOn, List<String> choices) {
    /** How many problems a shortlist has at most: more are not compared with care. */
    public static final int MOST_CHOICES = 8;

    static final int FEWEST_CHOICES = 2;

    public Poll {
        choices = List.copyOf(choices);
        if (choices.size() < FEWEST_CHOICES || choices.size() > MOST_CHOICES) {
            throw new IllegalArgumentException(
                    "a poll has " + FEWEST_CHOICES + " to " + MOST_CHOICES + " choices, not " + choices.size());
        }
        if (closesOn.isBefore(opensOn)) {
            throw new IllegalArgumentException("a poll that opens on " + opensOn + " cannot close on " + closesOn);
        }
    }

    /** Returns whether residents see it: it opens today, or has opened before. */
    public boolean hasOpened(LocalDate today) {
        return !today.isBefore(opensOn);
    }

    /** Returns whether its last day is over. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(closesOn);
    }

    /** Returns whether residents rank today. */
    public boolean isOpen(LocalDate today) {
        return hasOpened(today) && !isOver(today);
    }
}
