package org.copse.server.publicpage;

import java.util.Locale;
import java.util.Optional;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/** Gives templates the messages that the front end has; a template that asks for one that there is not fails its tests. */
final class TemplateWords implements MessageSource {
    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] values, @Nullable String otherwise, @Nullable Locale locale) {
        Words words = words(locale);
        return words.knows(code) ? words.say(code) : otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] values, @Nullable Locale locale) {
        Words words = words(locale);
        if (!words.knows(code)) {
            throw new NoSuchMessageException(code);
        }
        return words.say(code);
    }

    @Override
    public String getMessage(MessageSourceResolvable asked, @Nullable Locale locale) {
        String[] codes = asked.getCodes();
        return getMessage(codes == null || codes.length == 0 ? "" : codes[0], null, locale);
    }

    private static Words words(@Nullable Locale locale) {
        return Words.of(Optional.ofNullable(locale)
                .flatMap(known -> Language.ofCode(known.getLanguage()))
                .orElse(Language.EN));
    }
}
