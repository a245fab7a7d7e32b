package org.copse.server.area;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What areas are called. One without a name of its own is called by its number, in the reader's language. */
public final class AreaName {
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:beat|sector) (\\w+)");

    private AreaName() {}

    /** Returns a name without the word that our sentences put before it: {@code 7} for {@code Beat 7}. */
    public static String plain(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? numbered.group(1) : name;
    }
}
