package org.copse.server.concern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words such as fire, knife or "happening now", in all languages at once: who is in danger may write in any, on a page in another. */
final class AlarmWords {
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");
    /** What Arabic writes before a word without a space: and, so, in, as, for, the. */
    private static final String ARTICLES = "(?:[وفبكل]?(?:ال|لل)?)";

    private static final Pattern ANY = read();

    private AlarmWords() {}

    /** Returns whether a text has one. */
    static boolean areIn(String text) {
        return ANY.matcher(folded(text)).find();
    }

    private static Pattern read() {
        try (InputStream file = Objects.requireNonNull(AlarmWords.class.getResourceAsStream("alarm-words.txt"))) {
            String words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AlarmWords::expression)
                    .collect(Collectors.joining("|"));
            return Pattern.compile("(?<![\\p{L}\\p{N}])" + ARTICLES + "(?:" + words + ")(?![\\p{L}\\p{N}])");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expression(String word) {
        boolean open = word.endsWith("*");
        String bare = folded(open ? word.substring(0, word.length() - 1) : word);
        return Pattern.quote(bare).replace(" ", "\\E\\s+\\Q") + (open ? "\\p{L}*" : "");
    }

    /** Small letters without accents, vowel signs or stretching; ß as ss. */
    private static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    }
}
