package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copse.server.assignment.Assignments;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.publication.AreaName;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a look-up in a reader's words.
 *
 * @param summary one sentence for the ear
 * @param old how old what is known is, while the database is away
 * @param warning that the place is outside
 * @param notice that several beats are named, and why
 * @param cards of the beats that are named, at most three
 * @param lines of more beats than that
 * @param places where police can be met near the place, where several beats share them
 * @param ahead what a plan to come changes here
 * @param plan from which plan the answer comes
 * @param authority how the authority is reached, where nobody named can be
 * @param beats ids of the beats named, comma between, for the map
 */
record AnswerText(
        String summary,
        @Nullable String old,
        @Nullable String warning,
        @Nullable String notice,
        List<Card> cards,
        List<Card> lines,
        List<Card.Place> places,
        @Nullable String ahead,
        String plan,
        Card.@Nullable Contact authority,
        String beats) {

    /** From which age on an answer says how old it is. */
    private static final long OLD_SECONDS = 60;

    /** Farther than this from the nearest beat, a position is more likely wrong than meant. */
    private static final long FAR_METRES = 50_000;

    /** Of more beats than these, as of a whole town, each has a line and no card. */
    private static final int MOST_CARDS = 3;

    /** Returns whether a place lies so far away that no beat has to do with it. */
    static boolean isFar(LookupAnswer answer) {
        LookupAnswer.NearestBeat nearest = answer.nearestBeat();
        return answer.beats().isEmpty() && nearest != null && nearest.metres() > FAR_METRES;
    }

    /** Returns whether a place is in the district. */
    static boolean isInside(LookupAnswer answer) {
        return !answer.beats().isEmpty();
    }

    /** @param days by whose clock a plan to come comes */
    static AnswerText of(LookupAnswer answer, Words words, Assignments days) {
        List<LookupAnswer.Beat> named = named(answer);
        List<Card> cards =
                named.stream().map(beat -> Card.of(beat, words, true)).toList();
        boolean several = cards.size() > 1;
        boolean many = cards.size() > MOST_CARDS;
        String warning = isInside(answer) ? null : outside(answer, words);
        String notice = several ? words.say("answer." + answer.match()) : null;
        return new AnswerText(
                warning != null ? warning : notice != null ? notice : summary(named.get(0), words),
                answer.ageSeconds() < OLD_SECONDS
                        ? null
                        : words.say("answer.old", Map.of("minutes", words.number(answer.ageSeconds() / 60.0, 0))),
                warning,
                notice,
                many
                        ? List.of()
                        : several ? cards.stream().map(Card::withoutPlaces).toList() : cards,
                many ? cards : List.of(),
                several ? cards.get(0).places() : List.of(),
                ahead(answer.change(), words, days),
                words.say(
                        "answer.plan",
                        Map.of(
                                "plan", answer.plan().name(),
                                "date", words.date(days.dayOf(answer.plan().validFrom())))),
                authority(answer, named),
                answer.beats().stream().map(LookupAnswer.Beat::id).collect(Collectors.joining("\n")));
    }

    private static List<LookupAnswer.Beat> named(LookupAnswer answer) {
        LookupAnswer.NearestBeat nearest = answer.nearestBeat();
        return isInside(answer) || nearest == null || isFar(answer) ? answer.beats() : List.of(asBeat(nearest));
    }

    private static LookupAnswer.Beat asBeat(LookupAnswer.NearestBeat nearest) {
        return new LookupAnswer.Beat(
                nearest.id(),
                nearest.name(),
                nearest.sector(),
                nearest.sectorName(),
                nearest.officer(),
                nearest.standsInFor(),
                nearest.until(),
                nearest.team(),
                Map.of(),
                List.of());
    }

    private static String summary(LookupAnswer.Beat beat, Words words) {
        LookupAnswer.Officer officer = beat.officer();
        String away = Card.away(beat, words);
        return away != null
                ? away
                : words.say(
                        officer == null ? "answer.summaryTeam" : "answer.summary",
                        Map.of(
                                "beat", AreaName.plain(beat.name()),
                                "sector", AreaName.plain(beat.sectorName()),
                                "officer", officer == null ? "" : officer.dutyName()));
    }

    private static String outside(LookupAnswer answer, Words words) {
        LookupAnswer.NearestBeat nearest = answer.nearestBeat();
        if (nearest == null) {
            return words.say("answer.outside");
        }
        return words.say(
                isFar(answer) ? "answer.outsideFar" : "answer.outsideNearest",
                Map.of("beat", AreaName.plain(nearest.name()), "distance", words.distance((double) nearest.metres())));
    }

    private static @Nullable String ahead(LookupAnswer.@Nullable Change change, Words words, Assignments days) {
        if (change == null) {
            return null;
        }
        LookupAnswer.Officer officer = change.officer();
        String key =
                officer == null ? "answer.aheadTeam" : change.sameOfficer() ? "answer.aheadSame" : "answer.aheadOther";
        return words.say(
                key,
                Map.of(
                        "from", words.moment(days.timeOf(change.from())),
                        "beat", AreaName.plain(change.beatName()),
                        "officer", officer == null ? "" : officer.dutyName()));
    }

    /** How to reach the authority, wherever an answer names nobody who can be reached. */
    private static Card.@Nullable Contact authority(LookupAnswer answer, List<LookupAnswer.Beat> named) {
        Card.Contact authority = Card.Contact.of(answer.authority());
        boolean reached = !named.isEmpty() && named.stream().allMatch(AnswerText::isReached);
        return reached || !authority.reaches() ? null : authority;
    }

    private static boolean isReached(LookupAnswer.Beat beat) {
        LookupAnswer.Officer officer = beat.officer();
        return Card.Contact.of(beat.team()).reaches()
                || (officer != null && (officer.phone() != null || officer.email() != null));
    }
}
