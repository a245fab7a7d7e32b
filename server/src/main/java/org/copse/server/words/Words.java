package org.copse.server.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages of one language, which the front end and what the server prints share. */
public final class Words {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Map<Language, Words> SPOKEN = spoken();

    private final Language language;
    private final Map<String, String> messages;

    private Words(Language language, Map<String, String> messages) {
        this.language = language;
        this.messages = messages;
    }

    /** Returns the words of a language. */
    public static Words of(Language language) {
        return Objects.requireNonNull(SPOKEN.get(language));
    }

    private static Map<Language, Words> spoken() {
        JsonMapper json = JsonMapper.builder().build();
        Map<Language, Words> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String file = "/META-INF/resources/assets/messages/" + language.code() + ".json";
            try (InputStream in = Words.class.getResourceAsStream(file)) {
                Map<String, String> messages =
                        json.readValue(Objects.requireNonNull(in, file), new TypeReference<Map<String, String>>() {});
                all.put(language, new Words(language, messages));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** Returns the language. */
    public Language language() {
        return language;
    }

    /** Returns the message of a key; the key itself where there is none. */
    public String say(String key) {
        return messages.getOrDefault(key, key);
    }

    /** Returns the message of a key with its {@code {placeholders}} filled in; one without a value stays as it is. */
    public String say(String key, Map<String, ?> values) {
        Matcher matcher = PLACEHOLDER.matcher(say(key));
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                values.containsKey(found.group(1)) ? String.valueOf(values.get(found.group(1))) : found.group()));
    }

    /** Returns whether a key has a message. */
    public boolean knows(String key) {
        return messages.containsKey(key);
    }

    /** Returns a number with at most so many digits after the point; a dash for one that is not finite. */
    public String number(double value, int mostDigits) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(mostDigits);
        return Double.isFinite(value) ? format.format(value + 0.0) : "–";
    }

    /** Returns a share of 1 as per cent, with at most so many digits after the point. */
    public String percent(double share, int mostDigits) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(mostDigits);
        return Double.isFinite(share) ? format.format(share + 0.0) : "–";
    }

    /** Returns a date, of medium length. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }
}
