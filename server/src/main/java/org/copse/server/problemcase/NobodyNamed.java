package org.copse.server.problemcase;

import java.util.Optional;
import java.util.regex.Pattern;
import org.copse.geoimport.clean.PersonGuard;
import org.copse.server.system.FieldErrors;
import org.copse.server.walk.Received;
import org.jspecify.annotations.Nullable;

/**
 * Reads what staff write, and refuses what points at a person: a name after a title, an address for mail, a number of a national register. A name alone is not
 * to be told from that of a street, so the forms say it too, and who does what is chosen, not written.
 */
final class NobodyNamed {
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}");
    private static final Pattern TITLED = Pattern.compile(
            "(?<!\\p{L})(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]evr|[Dd]hr|[Mm]me|[Mm]lle|Hr|Fr)\\.?|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer"
                    + "|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Herrn?|Frau)\\s+(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Ee]l|[Aa]l)[\\s-]+){0,2}\\p{Lu}\\p{L}+");
    private static final Pattern TITLED_ARABIC =
            Pattern.compile("(?<!\\p{L})(?:السيدة|السيد|الآنسة)\\s+\\p{IsArabic}{3,}");

    private NobodyNamed() {}

    /** Returns a text without space around it, and adds what is wrong with it. */
    static String text(String field, @Nullable String given, int least, int most, FieldErrors errors) {
        String text = given == null ? "" : given.strip();
        Received.checkText(field, text, least, most, errors);
        complain(text).ifPresent(complaint -> errors.add(field, complaint));
        return text;
    }

    /** Returns what in a text points at a person; never the text. */
    static Optional<String> complain(String text) {
        Optional<String> number = PersonGuard.findNumber(text);
        if (number.isPresent()) {
            return Optional.of("has a number of a person, by its checksum or form (" + number.get()
                    + "): a case is about a place and what happens there, and names nobody");
        }
        if (MAIL.matcher(text).find()) {
            return Optional.of("has an address for e-mail: a case is about a place and names nobody");
        }
        if (TITLED.matcher(text).find() || TITLED_ARABIC.matcher(text).find()) {
            return Optional.of("has what looks like a person's name: say the role instead, such as owner or caretaker");
        }
        return Optional.empty();
    }
}
