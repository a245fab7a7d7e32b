package org.copse.server.area;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.server.address.Addresses;
import org.copse.server.address.FoundAddress;
import org.copse.server.assignment.Assignments;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.lookup.Lookups;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the finder's form: what was typed, one of the addresses that it may mean, or a position. */
@Component
class Finder {
    private static final int LONGEST_TEXT = 200;
    private static final int CHOICES = 8;

    private final Addresses addresses;
    private final Lookups lookups;
    private final Assignments days;

    Finder(Addresses addresses, Lookups lookups, Assignments days) {
        this.addresses = addresses;
        this.lookups = lookups;
        this.days = days;
    }

    /**
     * What came of a question.
     *
     * @param typed what stands in the field
     * @param complaint what is wrong with that
     * @param choices what the text may mean, where it is not one thing
     * @param asked which address the answer is for
     * @param nearest that another house number is known, and which
     * @param turned the position with its numbers exchanged, where that is in the district and what was asked is far away
     */
    record Found(
            String typed,
            @Nullable String complaint,
            List<Choice> choices,
            @Nullable String asked,
            @Nullable String nearest,
            @Nullable String turned,
            @Nullable AnswerText answer,
            @Nullable Double lon,
            @Nullable Double lat) {
        static final Found NOTHING = complaint("", null);

        static Found complaint(String typed, @Nullable String complaint) {
            return new Found(typed, complaint, List.of(), null, null, null, null, null, null);
        }

        @Override
        public String toString() {
            return "Found[an answer]";
        }
    }

    /** One thing that a text may mean. */
    record Choice(String id, String label, @Nullable String nearest) {}

    /** Returns the answer for a position in degrees. */
    Found at(double lon, double lat, Words words) {
        return at(lon, lat, "", words);
    }

    /**
     * Returns the answer for an id that a choice or a suggestion gave.
     *
     * @param typed the text that it was given for, which may ask for another house number
     */
    Found address(String id, String typed, Words words) {
        List<FoundAddress> meant = typed.isBlank() || typed.length() > LONGEST_TEXT
                ? List.of()
                : addresses.search(typed.strip(), CHOICES, words.language().code());
        return meant.stream()
                .filter(one -> id.equals(one.id()))
                .findFirst()
                .or(() -> addresses.find(id))
                .map(found -> answer(found, words))
                .orElseGet(() -> Found.complaint(typed, words.say("resident.noMatch")));
    }

    /** Returns the answer for a text, what it may mean, or what is wrong with it. */
    Found typed(String text, Words words) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST_TEXT) {
            String complaint = typed.isEmpty() ? "resident.nothing" : "resident.noMatch";
            return Found.complaint("", words.say(complaint));
        }
        List<FoundAddress> found =
                addresses.search(typed, CHOICES, words.language().code());
        if (found.isEmpty()) {
            return Found.complaint(
                    typed, words.say(addresses.count() == 0 ? "resident.noAddresses" : "resident.noMatch"));
        }
        if (FoundAddress.isPlain(found)) {
            return answer(found.get(0), words);
        }
        List<Choice> choices = found.stream()
                .filter(one -> one.id() != null)
                .map(one -> new Choice(
                        String.valueOf(one.id()),
                        one.label(),
                        one.asked() == null ? null : words.say("resident.nearestKnown", Map.of("asked", one.asked()))))
                .toList();
        return new Found(typed, null, choices, null, null, null, null, null, null);
    }

    private Found answer(FoundAddress place, Words words) {
        String id = place.id();
        if (id == null) {
            return at(place.lon(), place.lat(), place.label(), words);
        }
        Optional<LookupAnswer> answer = lookups.findAddress(id);
        if (answer.isEmpty()) {
            return Found.complaint(place.label(), words.say("resident.noMatch"));
        }
        String asked = place.asked();
        String number = place.number();
        return new Found(
                place.label(),
                null,
                List.of(),
                place.label(),
                asked == null
                        ? null
                        : words.say("resident.nearest", Map.of("asked", asked, "number", number == null ? "" : number)),
                null,
                AnswerText.of(answer.get(), words, days),
                place.lon(),
                place.lat());
    }

    private Found at(double lon, double lat, String typed, Words words) {
        LookupAnswer answer = lookups.at(lon, lat);
        if (AnswerText.isFar(answer) && Math.abs(lon) <= 90 && AnswerText.isInside(lookups.at(lat, lon))) {
            String turned = String.format(Locale.ROOT, "%s, %s", lon, lat);
            return new Found(typed, null, List.of(), null, null, turned, null, null, null);
        }
        return new Found(typed, null, List.of(), null, null, null, AnswerText.of(answer, words, days), lon, lat);
    }
}
