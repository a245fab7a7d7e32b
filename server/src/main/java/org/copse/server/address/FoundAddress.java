package org.copse.server.address;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.copse.server.address.Entry.Kind;
import org.copse.server.address.Entry.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Something that a text may mean.
 *
 * @param id with which it is asked for; null for a position
 * @param level how closely it matches
 * @param label as people write it: {@code Kerkstraat 23, 9902 Oudekaai}
 * @param number of the house
 * @param asked the house number that was asked for, where only another one is known; else null
 * @param lon longitude in degrees, WGS 84; of a street or place, somewhere on it
 * @param lat latitude in degrees, WGS 84
 */
public record FoundAddress(
        @Nullable String id,
        Level level,
        String label,
        @Nullable String street,
        @Nullable String number,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String asked,
        double lon,
        double lat) {

    /** How closely an answer matches what was asked. */
    public enum Level {
        HOUSE,
        STREET,
        PLACE,
        /** Coordinates or a Plus Code. */
        POSITION;

        @com.fasterxml.jackson.annotation.JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether the first of what a text may mean is so much what was asked that nobody need choose. */
    public static boolean isPlain(List<FoundAddress> found) {
        FoundAddress first = found.get(0);
        if (found.size() == 1 || first.level() == Level.POSITION) {
            return true;
        }
        FoundAddress second = found.get(1);
        return first.level() == Level.HOUSE
                && first.asked() == null
                && (second.level() != Level.HOUSE || second.asked() != null);
    }

    /** A position that a text says itself. */
    static FoundAddress at(Gazetteer.Near at, String text) {
        return new FoundAddress(null, Level.POSITION, text.strip(), null, null, null, null, null, at.lon(), at.lat());
    }

    static FoundAddress of(Entry entry, Spelling spelling, OptionalInt house, @Nullable String asked) {
        String town = entry.towns().isEmpty() ? null : inSpelling(entry, spelling);
        if (entry.kind() != Kind.STREET) {
            String name = spelling.text();
            String label = entry.kind() == Kind.POSTCODE && town != null ? name + " " + town : name;
            return new FoundAddress(
                    entry.id(), Level.PLACE, label, null, null, null, town, null, entry.lon(), entry.lat());
        }
        String name = spelling.text();
        if (house.isEmpty()) {
            String postcode =
                    entry.postcodes().size() == 1 ? entry.postcodes().get(0).text() : null;
            return new FoundAddress(
                    entry.id(),
                    Level.STREET,
                    label(name, null, postcode, town),
                    name,
                    null,
                    postcode,
                    town,
                    asked,
                    entry.lon(),
                    entry.lat());
        }
        Houses.House found = entry.houses().get(house.getAsInt());
        String number = found.number().toString();
        return new FoundAddress(
                entry.id() + "-" + number,
                Level.HOUSE,
                label(name, number, found.postcode(), town),
                name,
                number,
                found.postcode(),
                town,
                asked,
                found.lon(),
                found.lat());
    }

    /** The town in the language of the street's spelling, where there are as many of both. */
    private static String inSpelling(Entry entry, Spelling spelling) {
        List<Spelling> towns = entry.towns();
        int at = entry.spellings().indexOf(spelling);
        boolean inParallel = towns.size() == entry.spellings().size() && at >= 0;
        return towns.get(inParallel ? at : 0).text();
    }

    private static String label(
            String street, @Nullable String number, @Nullable String postcode, @Nullable String town) {
        List<Word> words = Wording.of(street).words();
        boolean front = !words.isEmpty()
                && !words.get(words.size() - 1).glued()
                && Abbreviations.known()
                        .hasNumberInFront(words.get(words.size() - 1).text());
        String line = number == null ? street : front ? number + " " + street : street + " " + number;
        String place = postcode == null ? town : town == null ? postcode : postcode + " " + town;
        return place == null ? line : line + ", " + place;
    }
}
