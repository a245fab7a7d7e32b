package org.copse.server.publicpage;

import java.util.Map;
import org.copse.server.words.Language;
import org.copse.server.words.Words;

/**
 * A page to be written.
 *
 * @param template its file's name in {@code templates/}
 * @param path what follows the language in its address: empty, or from a slash on
 * @param content what the template shows, by name
 */
public record PublicPage(String template, Language language, String path, Map<String, ?> content) {
    public PublicPage {
        content = Map.copyOf(content);
    }

    /** Returns the words of its language. */
    public Words words() {
        return Words.of(language);
    }
}
