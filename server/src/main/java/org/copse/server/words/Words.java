package org.copse.server.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages of one language, which the front end and what the server prints share. */
public final class Words {
    /** Before a number with blanks in it. */
    private static final String LEFT_TO_RIGHT = "\u200E";

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

    /** Returns a distance as people walk it: metres to ten under a kilometre, else kilometres. */
    public String distance(double metres) {
        return metres < 995
                ? say("unit.metres", Map.of("n", number(Math.round(metres / 10) * 10.0, 0)))
                : say("unit.kilometres", Map.of("n", number(metres / 1000, 1)));
    }

    /** Returns the name of a language given by its code, such as {@code nl}; the code where it has none. */
    public String languageName(String code) {
        String key = "language." + code;
        return knows(key) ? say(key) : Locale.forLanguageTag(code).getDisplayName(language.locale());
    }

    /** Returns several things one after the other. */
    public String list(Collection<String> things) {
        return String.join(say("list.comma"), things);
    }

    /** Returns a day of the week, short. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale());
    }

    /** Returns the time of a day, by minutes after its midnight up to 24 hours. */
    public String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** Returns a day and the time of it. */
    public String moment(LocalDateTime at) {
        return date(at.toLocalDate()) + say("list.comma") + time(60 * at.getHour() + at.getMinute());
    }

    /** Returns a date, of medium length. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }

    /** Returns a telephone number for a sentence: its groups do not change places among Arabic words. */
    public String phone(String number) {
        return LEFT_TO_RIGHT + number;
    }
}
