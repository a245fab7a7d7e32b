package org.copse.server.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents are polled.
 *
 * @param ballotsPerHour how many one address on the network may send in an hour: a library has one for all who come
 * @param mostBallots how many are kept of one poll
 * @param leastBallots how many have to take part before a result is shown; at least 5, as for every public figure
 */
@ConfigurationProperties("copse.poll")
public record PollSettings(
        @DefaultValue("20") int ballotsPerHour,
        @DefaultValue("20000") int mostBallots,
        @DefaultValue("10") int leastBallots) {
    private static final int FEWEST = 5;

    public PollSettings {
        if (ballotsPerHour < 1) {
            throw new IllegalArgumentException("copse.poll.ballots-per-hour must be at least 1, not " + ballotsPerHour);
        }
        if (leastBallots < FEWEST || mostBallots < leastBallots) {
            throw new IllegalArgumentException("copse.poll.least-ballots is " + leastBallots + ", not at least "
                    + FEWEST + ", or copse.poll.most-ballots is less: " + mostBallots);
        }
    }
}
