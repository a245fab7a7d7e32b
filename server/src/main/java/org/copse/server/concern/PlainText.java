package org.copse.server.concern;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What somebody typed, as text and nothing else. */
final class PlainText {
    /** Control signs, signs that turn the direction of what follows, halves of signs, and what is no sign. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private PlainText() {}

    /** Returns several lines. */
    static String of(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(NO_TEXT.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip()
                .replaceAll("\n{3,}", "\n\n");
    }

    /** Returns one line. */
    static String line(String typed) {
        return of(typed).replaceAll("\\s+", " ");
    }
}
