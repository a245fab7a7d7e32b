package org.copse.geoimport.clean;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells texts that name religions, countries, nationalities or languages, in five languages, or that are the codes of countries
 * or languages. One value alone says where a layer lies, not where its people come from; so several different ones are wanted.
 */
final class SpecialValues {
    private static final int FEWEST_NAMES = 2;
    private static final int FEWEST_CODES = 4;
    private static final double MOST_NAMES = 0.6;
    private static final double MOST_CODES = 0.95;
    private static final int LONGEST = 60;

    private static final Set<String> NAMES = names();
    private static final Set<String> CODES = codes();

    private SpecialValues() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String language : List.of("en", "nl", "fr", "de", "ar")) {
            Locale in = Locale.forLanguageTag(language);
            for (String country : Locale.getISOCountries()) {
                names.add(plain(new Locale("", country).getDisplayCountry(in)));
            }
            for (String spoken : Locale.getISOLanguages()) {
                names.add(plain(new Locale(spoken).getDisplayLanguage(in)));
            }
        }
        return names;
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            codes.add(country);
            codes.add(new Locale("", country).getISO3Country());
        }
        Arrays.stream(Locale.getISOLanguages()).forEach(codes::add);
        return codes;
    }

    private static String plain(String name) {
        return String.join(" ", HeaderWords.of(name));
    }

    /**
     * Returns whether texts name what is special about people.
     *
     * @param words that name religions, peoples and the like
     */
    static boolean have(Iterable<String> texts, WordList words) {
        Set<String> different = new LinkedHashSet<>();
        texts.forEach(text -> {
            if (!text.isBlank() && text.length() <= LONGEST) {
                different.add(text.strip());
            }
        });
        long codes = different.stream().filter(CODES::contains).count();
        long named = different.stream().filter(text -> names(text, words)).count();
        return (named >= FEWEST_NAMES && named >= MOST_NAMES * different.size())
                || (codes >= FEWEST_CODES && codes >= MOST_CODES * different.size());
    }

    private static boolean names(String text, WordList words) {
        List<String> parts = HeaderWords.of(text);
        return NAMES.contains(String.join(" ", parts))
                || words.find(parts, "origin", "religion", "language", "sexuality", "politics")
                        .isPresent();
    }
}
