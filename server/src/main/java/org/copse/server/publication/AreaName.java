package org.copse.server.publication;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.words.Words;

/** What areas are called. One without a name of its own is called by its number, in the reader's language. */
public final class AreaName {
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:beat|sector) (\\w+)");

    private AreaName() {}

    /** Returns a name without the word that our sentences put before it: {@code 7} for {@code Beat 7}. */
    public static String plain(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? numbered.group(1) : name;
    }

    /** Returns what a beat is called where no word is put before it: {@code Wijk 7} for {@code Beat 7}, {@code Windmill} for {@code Windmill}. */
    public static String ofBeat(String name, Words words) {
        String plain = plain(name);
        return plain.equals(name) ? name : words.say("area.beat", Map.of("beat", plain));
    }
}
