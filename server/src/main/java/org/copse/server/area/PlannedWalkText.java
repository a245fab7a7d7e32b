package org.copse.server.area;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.copse.server.assignment.Assignments;
import org.copse.server.event.Calendar;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.walk.PlannedWalk;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Walks to come, in a reader's words; what somebody wrote stays in the language that it was written in, and says so. */
final class PlannedWalkText {
    private final PlannedWalks walks;
    private final Assignments days;

    PlannedWalkText(PlannedWalks walks, Assignments days) {
        this.walks = walks;
        this.days = days;
    }

    /**
     * A walk.
     *
     * @param when the authority's own time
     * @param light by day, or in the dark
     * @param spoken which languages are spoken on it
     * @param cancelled why it does not take place; null while it does
     * @param signUp whether whoever comes is to sign up
     * @param address path of its page, after the language; null for a walk by invitation
     */
    record Entry(
            Written title,
            String when,
            String light,
            String place,
            String spoken,
            Written why,
            @Nullable Written cancelled,
            boolean signUp,
            @Nullable String address) {}

    List<Entry> list(BeatTerritory beat, Words words) {
        return walks.listPublic(beat).stream().map(walk -> entry(walk, words)).toList();
    }

    Entry entry(PlannedWalk walk, Words words) {
        LocalDateTime starts = days.timeOf(walk.startsAt());
        LocalDateTime ends = days.timeOf(walk.endsAt());
        String until = starts.toLocalDate().equals(ends.toLocalDate())
                ? words.time(ends.getHour() * 60 + ends.getMinute())
                : words.moment(ends);
        String why = walk.cancelled();
        return new Entry(
                Written.of(walk.title(), walk.language(), words),
                words.say("area.when", Map.of("from", words.moment(starts), "to", until)),
                words.say("plannedWalk.light." + walk.light().key()),
                walk.meet().words(),
                words.list(walk.spoken().stream().map(words::languageName).toList()),
                Written.of(walk.why(), walk.language(), words),
                why == null ? null : Written.of(why, walk.language(), words),
                walk.places() != null,
                walk.isPublic() ? address(walk) : null);
    }

    /** Returns the path of a public walk's page, after the language. */
    static String address(PlannedWalk walk) {
        return "/walks/" + walk.id();
    }

    /**
     * Returns a walk as it is entered in a calendar.
     *
     * @param root where residents reach the server
     */
    static Calendar.Entry entry(PlannedWalk walk, String root, Words words) {
        String cancelled = walk.cancelled();
        return new Calendar.Entry(
                walk.id(),
                walk.startsAt(),
                walk.endsAt(),
                walk.language(),
                walk.title(),
                walk.meet().words(),
                new Coordinate(walk.meet().lon(), walk.meet().lat()),
                cancelled == null ? walk.why() : cancelled + "\n\n" + walk.why(),
                root + "/" + words.language().code() + (walk.isPublic() ? address(walk) : "/walks/invited"),
                cancelled != null);
    }
}
