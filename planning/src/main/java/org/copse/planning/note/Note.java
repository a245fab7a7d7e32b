package org.copse.planning.note;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a reader has to know.
 *
 * @param code what it is, such as {@code residents-estimated}
 * @param values what a sentence in any language names: numbers, texts and lists of texts. Shares are from 0 to 1 and end in "share"
 * @param words the note as an English sentence
 */
public record Note(String code, Map<String, Object> values, String words) {

    /** Copies the values, whose order is kept. */
    public Note {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns a note with a code from one of the enums that list them. */
    public static Note of(Enum<?> code, Map<String, Object> values, String words) {
        return new Note(codeOf(code), values, words);
    }

    /** Returns a code as it is written outside the program. */
    public static String codeOf(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the English sentence. */
    @Override
    public String toString() {
        return words;
    }
}
