package org.copse.server.address;

import java.util.List;

/** How like words of a question are to words of a name: 1 for the same word, 0 for another one. */
final class Likeness {
    private static final double SHORT_FORM = 0.98;
    private static final double BEGINNING = 0.92;
    private static final double SAME_CONSONANTS = 0.85;
    private static final double JOINED = 0.99;
    private static final double PER_EDIT = 1.2;
    private static final int FEWEST_CONSONANTS = 2;

    private final List<Word> asked;
    private final boolean open;
    private final List<Word> name;
    private final boolean abjad;
    private final Wording question;

    Likeness(Wording question, Wording name) {
        this.question = question;
        this.asked = question.words();
        this.open = question.open();
        this.name = name.words();
        this.abjad = question.abjad() != name.abjad();
    }

    Likeness with(Wording other) {
        return new Likeness(question, other);
    }

    double of(int i, int j) {
        Word one = asked.get(i);
        Word other = name.get(j);
        if (one.text().equals(other.text())) {
            return 1;
        }
        if (one.meansSameAs(other)) {
            return SHORT_FORM;
        }
        double byLetters =
                mayBe(one.letters(), other.letters(), isOpen(i)) ? byLetters(one.text(), other.text(), isOpen(i)) : 0;
        boolean byConsonants = abjad
                && one.bones().length() >= FEWEST_CONSONANTS
                && one.bones().equals(other.bones());
        return byConsonants ? Math.max(byLetters, SAME_CONSONANTS) : byLetters;
    }

    /** Kerkstraat for kerk, straat; what is a number stays one. */
    double ofPairInName(int i, int j) {
        Word one = asked.get(i);
        Word other = name.get(j);
        Word more = name.get(j + 1);
        if (more.isNumber() || !mayBe(one.letters(), other.letters() | more.letters(), isOpen(i))) {
            return 0;
        }
        return JOINED * byLetters(one.text(), other.text() + more.text(), isOpen(i));
    }

    double ofPairAsked(int i, int j) {
        Word one = asked.get(i);
        Word more = asked.get(i + 1);
        Word other = name.get(j);
        if (more.isNumber() || !mayBe(one.letters() | more.letters(), other.letters(), isOpen(i + 1))) {
            return 0;
        }
        return JOINED * byLetters(one.text() + more.text(), other.text(), isOpen(i + 1));
    }

    /** For words that were parted at another place: {@code kerks traat}, or two that share their typing mistakes. */
    double ofPairs(int i, int j) {
        Word one = asked.get(i);
        Word oneMore = asked.get(i + 1);
        Word other = name.get(j);
        Word otherMore = name.get(j + 1);
        if (oneMore.isNumber()
                || otherMore.isNumber()
                || !mayBe(one.letters() | oneMore.letters(), other.letters() | otherMore.letters(), isOpen(i + 1))) {
            return 0;
        }
        return JOINED * byLetters(one.text() + oneMore.text(), other.text() + otherMore.text(), isOpen(i + 1));
    }

    /** An edit changes two letters of the set at most: words that differ by more are other words. */
    private static boolean mayBe(int letters, int others, boolean open) {
        return open
                ? Integer.bitCount(letters & ~others) <= Edits.MOST
                : Integer.bitCount(letters ^ others) <= 2 * Edits.MOST;
    }

    private boolean isOpen(int i) {
        return open && i == asked.size() - 1;
    }

    private static double byLetters(String one, String other, boolean open) {
        if (one.equals(other)) {
            return 1;
        }
        if (Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return 0;
        }
        if (open && other.startsWith(one)) {
            return BEGINNING;
        }
        int length = Math.max(one.length(), other.length());
        int allowed = Edits.allowed(Math.min(one.length(), other.length()));
        if (allowed == 0) {
            return 0;
        }
        int edits = Edits.between(one, other, allowed);
        double whole = edits > allowed ? 0 : 1 - PER_EDIT * edits / length;
        if (!open || one.length() >= other.length()) {
            return whole;
        }
        int some = Edits.allowed(one.length());
        int toBeginning = Edits.toBeginning(one, other, some);
        return toBeginning > some ? whole : Math.max(whole, BEGINNING - PER_EDIT * toBeginning / one.length());
    }
}
