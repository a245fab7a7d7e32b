package org.copse.server.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that Copse speaks. */
public enum Language {
    EN(Locale.UK, "English"),
    NL(Locale.forLanguageTag("nl"), "Nederlands"),
    FR(Locale.FRENCH, "Français"),
    DE(Locale.GERMAN, "Deutsch"),
    /** With the digits 0 to 9, as browsers write Arabic numbers. */
    AR(Locale.forLanguageTag("ar-u-nu-latn"), "العربية");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** Returns what its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** Returns the language of a code such as {@code nl}. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** Returns the two letters of ISO 639. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is written from right to left. */
    public boolean isRightToLeft() {
        return this == AR;
    }

    /** Returns the direction of its writing, as HTML names it. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** Returns the first of some locales' languages that Copse speaks; English when it speaks none of them. */
    public static Language preferred(Iterable<Locale> wanted) {
        for (Locale locale : wanted) {
            Optional<Language> spoken = ofCode(locale.getLanguage());
            if (spoken.isPresent()) {
                return spoken.get();
            }
        }
        return EN;
    }

    /** Returns the language with the conventions by which its numbers and dates are written. */
    public Locale locale() {
        return locale;
    }
}
