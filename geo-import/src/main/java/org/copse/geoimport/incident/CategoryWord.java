package org.copse.geoimport.incident;

/** What a word does in the name of a category. The order is that in which meanings of one word come first. */
enum CategoryWord {
    /** Says that police began it, wherever it stands. */
    BEGAN("began by police"),
    /** Means something else than its letters suggest: a drugstore is no drug. */
    ELSE("something else"),
    /** Work that police begin: a stop, a check, a warrant. */
    POLICE_WORK("police work"),
    /** Something that is done to somebody, or that somebody calls about. */
    OFFENCE("offence or call"),
    /** Having or dealing with what is forbidden. */
    HOLDING("holding or dealing"),
    /** What is forbidden to have: nobody calls, police find it. */
    THING("found by looking"),
    /** Something else. */
    OTHER("other"),
    /** Begins what only describes the word before: assault with a weapon. */
    BEFORE("before"),
    /** Sets two things side by side. */
    BESIDE("beside"),
    /** Takes away all that follows: theft without violence. */
    WITHOUT("without"),
    /** Takes away the next word: non-violent. */
    NOT("not"),
    /** A dash, a colon or a bracket: what follows is a kind of what came before. */
    BREAK("break");

    private final String heading;

    CategoryWord(String heading) {
        this.heading = heading;
    }

    /** Returns the meaning that stands under a heading of the word lists. */
    static CategoryWord of(String heading) {
        for (CategoryWord word : values()) {
            if (word.heading.equals(heading)) {
                return word;
            }
        }
        throw new IllegalArgumentException("\"" + heading + "\" is no heading of a word list");
    }
}
