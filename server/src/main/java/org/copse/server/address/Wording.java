package org.copse.server.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as folded words; a word that ends in a kind of street is two, as Kerkstraat is kerk and straat.
 *
 * @param abjad whether it was in a script without vowels
 * @param open whether its last word may go on: nothing was typed behind it
 */
record Wording(List<Word> words, boolean abjad, boolean open) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    /** More words than any address has; what comes behind them is not looked at. */
    private static final int MOST_WORDS = 16;

    static Wording of(String text) {
        String folded = Folding.fold(text);
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        boolean open = false;
        while (matcher.find() && words.size() < MOST_WORDS) {
            add(matcher.group(), words);
            open = matcher.end() == folded.length();
        }
        return new Wording(List.copyOf(words), Folding.isAbjad(text), open);
    }

    private static void add(String written, List<Word> words) {
        if (Character.isDigit(written.charAt(0))) {
            words.add(Word.of(written, false));
            return;
        }
        Abbreviations.known()
                .findEnding(written)
                .ifPresentOrElse(
                        ending -> {
                            words.add(Word.of(written.substring(0, written.length() - ending.length()), false));
                            words.add(Word.of(ending, true));
                        },
                        () -> words.add(Word.of(written, false)));
    }

    /** Returns two neighbouring words as one. */
    String joined(int first) {
        return words.get(first).text() + words.get(first + 1).text();
    }

    /** Returns the words as one text, by which equal names are known. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (Word word : words) {
            key.append(word.glued() || key.isEmpty() ? "" : " ").append(word.text());
        }
        return key.toString();
    }
}
