package org.copse.planning.note;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a reader has to know.
 *
 * @param code what it is, a constant of an enum of such codes
 * @param values what a sentence in any language names: numbers, texts and lists of texts, shares from 0 to 1
 * @param words the note as an English sentence
 */
public record Note(Enum<?> code, Map<String, Object> values, String words) {

    /** Copies the values, whose order is kept. */
    public Note {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the code as it is written outside the program, such as {@code residents-estimated}. */
    public String codeName() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the English sentence. */
    @Override
    public String toString() {
        return words;
    }
}
