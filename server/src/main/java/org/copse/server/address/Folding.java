package org.copse.server.address;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings a text into small Latin letters without marks, from whatever script, so that spellings of one name meet. */
final class Folding {
    /** Cyrillic as road signs and maps have it, ulitsa, which scholars write ulica. */
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; NFC");

    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII");

    /** Letters that stand for a breath in transliterated Arabic and Hebrew, nothing that anybody types; and marks on letters. */
    private static final Pattern UNHEARD = Pattern.compile("[\\u02B0-\\u02FF\\u0640\\u200E\\u200F\\u061C\\p{Mn}]");

    private Folding() {}

    /** Returns the text in a-z, 0-9 and what separates words. */
    static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String latin = UNHEARD.matcher(TO_LATIN.transliterate(text)).replaceAll("");
        return UNHEARD.matcher(TO_ASCII.transliterate(latin)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Returns whether the text is in a script that leaves vowels unwritten, so that only consonants can be compared. */
    static boolean isAbjad(String text) {
        return text.codePoints()
                .map(UScript::getScript)
                .anyMatch(script -> script == UScript.ARABIC || script == UScript.HEBREW || script == UScript.SYRIAC);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
