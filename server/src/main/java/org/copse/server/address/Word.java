package org.copse.server.address;

import java.util.Set;

/**
 * A word of a name or of a question, folded.
 *
 * @param fullForms what it may be short for
 * @param bones its consonants, by which scripts without vowels are compared
 * @param weight how much it says: a kind of street and what holds a name together say little
 * @param letters which letters it has, a bit for each, by which most pairs of words are told apart at once
 * @param glued whether it was written as the end of the word before it
 */
record Word(String text, Set<String> fullForms, String bones, double weight, int letters, boolean glued) {
    private static final double OF_FILLER = 0.15;
    private static final double OF_TYPE = 0.3;
    private static final double OF_NUMBER = 0.6;

    static Word of(String text, boolean glued) {
        Abbreviations known = Abbreviations.known();
        double weight = Character.isDigit(text.charAt(0))
                ? OF_NUMBER
                : known.isFiller(text) ? OF_FILLER : known.isType(text) ? OF_TYPE : 1;
        return new Word(text, known.fullForms(text), bones(text), weight, letters(text), glued);
    }

    private static String bones(String text) {
        String bare = text.startsWith("al") && text.length() > 4 ? text.substring(2) : text;
        StringBuilder bones = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean vowel = "aeiouyw".indexOf(c) >= 0;
            if (!vowel && (bones.isEmpty() || bones.charAt(bones.length() - 1) != c)) {
                bones.append(c);
            }
        }
        return bones.toString();
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1 << (text.charAt(i) & 31);
        }
        return letters;
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** Returns whether two words are the same, or one is short for the other, or both for one. */
    boolean meansSameAs(Word other) {
        return text.equals(other.text)
                || fullForms.contains(other.text)
                || other.fullForms.contains(text)
                || fullForms.stream().anyMatch(other.fullForms::contains);
    }
}
