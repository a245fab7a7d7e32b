package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.lookup.OpeningHours;
import org.copse.server.publication.AreaName;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a beat and how they are reached, in a reader's words.
 *
 * @param beatId of the beat
 * @param heading the officer's duty name, or the team
 * @param area the beat and its sector
 * @param address path of the beat's page, after the language
 * @param notice of a change of officer
 * @param away who is away until when, and who stands in
 * @param vacant whether the beat has no officer of its own
 */
public record Card(
        String beatId,
        String heading,
        @Nullable String fullName,
        @Nullable String photo,
        String area,
        String address,
        @Nullable Written notice,
        @Nullable String away,
        boolean vacant,
        Contact contact,
        @Nullable String bio,
        List<Place> places) {

    /**
     * How somebody is reached.
     *
     * @param call the number as a telephone dials it
     * @param speaks languages, in the reader's
     */
    public record Contact(
            @Nullable String phone,
            @Nullable String call,
            @Nullable String email,
            @Nullable String hours,
            @Nullable String speaks) {

        static Contact of(LookupAnswer.Officer officer, Words words) {
            String speaks = officer.languages().isEmpty()
                    ? null
                    : words.list(officer.languages().stream()
                            .map(words::languageName)
                            .toList());
            return new Contact(
                    officer.phone(),
                    dialled(officer.phone()),
                    officer.email(),
                    OpeningHours.inWords(officer.hours(), words),
                    speaks);
        }

        static Contact of(LookupAnswer.Team team) {
            return new Contact(team.phone(), dialled(team.phone()), team.email(), null, null);
        }

        /** Returns whether there is a number or an address. */
        public boolean reaches() {
            return phone != null || email != null;
        }

        private static @Nullable String dialled(@Nullable String phone) {
            return phone == null ? null : phone.replaceAll("[^+\\d]", "");
        }
    }

    /**
     * A place where police can be met.
     *
     * @param away how far it is; null where nobody asked from anywhere
     * @param open null where that is not known
     */
    public record Place(
            String name,
            @Nullable String address,
            @Nullable String away,
            @Nullable Boolean open,
            @Nullable String hours) {

        static Place of(LookupAnswer.ContactPoint point, Words words, boolean asked) {
            String away = asked
                    ? words.say("answer.away", Map.of("distance", words.distance((double) point.metres())))
                    : null;
            return new Place(
                    point.name(), point.address(), away, point.open(), OpeningHours.inWords(point.hours(), words));
        }
    }

    /**
     * Returns the card of a beat.
     *
     * @param asked whether distances are those from a place that somebody asked about
     */
    public static Card of(LookupAnswer.Beat beat, Words words, boolean asked) {
        LookupAnswer.Officer officer = beat.officer();
        return new Card(
                beat.id(),
                officer == null ? team(beat, words) : officer.dutyName(),
                officer == null ? null : officer.fullName(),
                officer == null ? null : officer.photo(),
                area(beat, words),
                AreaAddress.beat(beat.id()),
                notice(beat.notice(), words),
                away(beat, words),
                officer == null && beat.standsInFor() == null,
                officer == null ? Contact.of(beat.team()) : Contact.of(officer, words),
                officer == null ? null : officer.bio(),
                beat.contactPoints().stream()
                        .map(point -> Place.of(point, words, asked))
                        .toList());
    }

    Card withoutPlaces() {
        return new Card(beatId, heading, fullName, photo, area, address, notice, away, vacant, contact, bio, List.of());
    }

    static String team(LookupAnswer.Beat beat, Words words) {
        return words.say("answer.team", Map.of("sector", AreaName.plain(beat.sectorName())));
    }

    private static String area(LookupAnswer.Beat beat, Words words) {
        return words.say(
                "answer.area",
                Map.of("beat", AreaName.plain(beat.name()), "sector", AreaName.plain(beat.sectorName())));
    }

    /** Who is away and until when; why is nobody's business. */
    static @Nullable String away(LookupAnswer.Beat beat, Words words) {
        String away = beat.standsInFor();
        if (away == null) {
            return null;
        }
        LookupAnswer.Officer officer = beat.officer();
        String until = Optional.ofNullable(beat.until())
                .map(day -> words.date(day.minusDays(1)))
                .orElse("–");
        return words.say(
                officer == null ? "answer.awayTeam" : "answer.standsIn",
                Map.of("away", away, "officer", officer == null ? "" : officer.dutyName(), "until", until));
    }

    private static @Nullable Written notice(Map<String, String> texts, Words words) {
        String own = words.language().code();
        return Stream.concat(Stream.of(own, "en"), texts.keySet().stream().sorted())
                .filter(texts::containsKey)
                .findFirst()
                .map(code -> Written.of(Objects.requireNonNull(texts.get(code)), code, words))
                .orElse(null);
    }
}
