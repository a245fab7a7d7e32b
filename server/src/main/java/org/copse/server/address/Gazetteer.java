package org.copse.server.address;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.copse.server.address.Matching.Match;
import org.jspecify.annotations.Nullable;

/** All that can be found, ready to be asked. Immutable; safe for many threads. */
final class Gazetteer {
    /** Of those that Lucene finds, how many are looked at closely. */
    private static final int CANDIDATES = 200;

    /** Of those, for how many it is looked whether they have the house: a bonus for that moves no other to the front. */
    private static final int LOOKED_FOR_HOUSE = 40;

    private static final double LEAST_SCORE = 0.5;
    private static final double LEAST_SHARE_OF_BEST = 0.7;

    private final List<Entry> entries;
    private final Map<String, Entry> byId;
    private final Candidates candidates;
    private final int addresses;

    Gazetteer(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        this.candidates = new Candidates(this.entries);
        this.addresses = entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.STREET)
                .mapToInt(Entry::size)
                .sum();
    }

    /** Returns how many addresses there are. */
    int addresses() {
        return addresses;
    }

    /** Returns where most addresses are, roughly: the mean of all streets. Empty while none is known. */
    Optional<Near> findMiddle() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Near(
                        entries.stream().mapToDouble(Entry::lon).average().orElse(0),
                        entries.stream().mapToDouble(Entry::lat).average().orElse(0)));
    }

    /** Returns the entries, streets first. */
    List<Entry> entries() {
        return entries;
    }

    /** A position that decides between equals, in degrees, WGS 84. */
    record Near(double lon, double lat) {
        double degreesSquaredTo(double otherLon, double otherLat) {
            double x = (otherLon - lon) * Math.cos(Math.toRadians(lat));
            double y = otherLat - lat;
            return x * x + y * y;
        }
    }

    /**
     * Returns what a text may mean, the likeliest first.
     *
     * @param limit how many at most
     */
    List<FoundAddress> search(String text, int limit, @Nullable Near near) {
        Question question = Question.of(text);
        if (question.wording().words().isEmpty()) {
            return List.of();
        }
        List<Match> matches = candidates.find(question.wording(), CANDIDATES).stream()
                .map(number -> Matching.of(question, entries.get(number)))
                .filter(match -> match.score() >= LEAST_SCORE)
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .limit(LOOKED_FOR_HOUSE)
                .toList();
        List<Answer> answers = matches.stream()
                .map(Answer::of)
                .sorted(Comparator.comparingLong(Answer::rank)
                        .reversed()
                        .thenComparingDouble(answer -> answer.distance(near))
                        .thenComparing(answer -> answer.match().entry().size(), Comparator.reverseOrder())
                        .thenComparing(answer -> answer.match().entry().id()))
                .toList();
        double least = answers.isEmpty() ? 0 : answers.get(0).score() * LEAST_SHARE_OF_BEST;
        return answers.stream()
                .filter(answer -> answer.score() >= least)
                .limit(limit)
                .map(Answer::found)
                .toList();
    }

    /** Returns the house, street, town or postcode of an id. */
    Optional<FoundAddress> find(String id) {
        int dash = id.indexOf('-');
        Entry entry = byId.get(dash < 0 ? id : id.substring(0, dash));
        if (entry == null) {
            return Optional.empty();
        }
        if (dash < 0) {
            return Optional.of(FoundAddress.of(entry, entry.spellings().get(0), OptionalInt.empty(), null));
        }
        return HouseNumber.find(id.substring(dash + 1))
                .map(entry.houses()::find)
                .filter(OptionalInt::isPresent)
                .map(house -> FoundAddress.of(entry, entry.spellings().get(0), house, null));
    }

    /** Returns positions all along what an id names, as longitude, latitude …: of a house, its own. */
    Optional<double[]> findPlaces(String id) {
        return find(id).map(found -> {
            Entry entry = byId.get(id);
            return entry == null ? new double[] {found.lon(), found.lat()} : entry.places();
        });
    }

    /** A match with the house that was asked for, or the nearest known. */
    private record Answer(Match match, OptionalInt house, boolean exact) {
        private static final double FOR_THE_HOUSE = 0.02;
        private static final double RANKS = 500;

        static Answer of(Match match) {
            HouseNumber asked = match.houseNumber();
            if (asked == null) {
                return new Answer(match, OptionalInt.empty(), false);
            }
            Houses houses = match.entry().houses();
            OptionalInt exact = houses.find(asked);
            return new Answer(match, exact.isPresent() ? exact : houses.nearest(asked), exact.isPresent());
        }

        double score() {
            return match.score() + (exact ? FOR_THE_HOUSE : 0);
        }

        /** Scores that differ by less than a step are equal. */
        long rank() {
            return Math.round(score() * RANKS);
        }

        double distance(@Nullable Near near) {
            return near == null
                    ? 0
                    : near.degreesSquaredTo(match.entry().lon(), match.entry().lat());
        }

        FoundAddress found() {
            HouseNumber asked = match.houseNumber();
            return FoundAddress.of(
                    match.entry(), match.spelling(), house, exact || asked == null ? null : asked.toString());
        }
    }
}
