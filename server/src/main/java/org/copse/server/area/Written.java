package org.copse.server.area;

import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** Text in the language that somebody wrote it in; {@code foreign} names that language where it is not the reader's. */
public record Written(String text, String language, String direction, @Nullable String foreign) {
    static Written of(String text, String language, Words words) {
        String direction = Language.ofCode(language).map(Language::direction).orElse("ltr");
        return new Written(
                text,
                language,
                direction,
                language.equals(words.language().code()) ? null : words.languageName(language));
    }
}
