package org.copse.geoimport.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.planning.workload.CategoryRule;
import org.copse.planning.workload.Counted;

/**
 * What the name of a category says about who noticed: residents, who were harmed or called, or police, who looked.
 *
 * <p>The main thing named decides, not any word in it. "Assault with a weapon" is an assault and "theft of drugs" a theft;
 * "possession of a stolen weapon" and "burglary patrol" are what police find and do. A name is divided where things stand side by
 * side ({@code and}, a comma), each part into the thing and what describes it ({@code of}, {@code with}); an offence or a call in
 * any part counts. A name that says nothing is {@link Sense#UNSURE}, and such incidents count.
 *
 * @param sense what the name says
 * @param because the words that said it, as the name has them; empty when none did
 */
public record IncidentCategory(Sense sense, String because) {

    /** Who noticed incidents of a category. */
    public enum Sense {
        /** Somebody was harmed, or called. */
        REPORTED,
        /** Police found them when they looked. */
        FOUND,
        /** The name does not say. */
        UNSURE
    }

    /** A name that is longer is a text, and its beginning says what it is about. */
    private static final int MOST_LETTERS = 200;

    private static final IncidentCategory UNSURE = new IncidentCategory(Sense.UNSURE, "");

    /** Returns what a category's name says, in any of the five languages. */
    public static IncidentCategory of(String name) {
        List<Word> words = words(name);
        for (Word word : words) {
            if (word.meaning == CategoryWord.BEGAN) {
                return new IncidentCategory(Sense.FOUND, word.text);
            }
        }
        IncidentCategory found = UNSURE;
        boolean policeWorkFirst = false;
        for (Part part : parts(words)) {
            Optional<Word> main = part.main();
            if (main.isEmpty()) {
                continue;
            }
            boolean kindOfPoliceWork = policeWorkFirst && part.afterBreak;
            if (main.get().meaning == CategoryWord.OFFENCE && !kindOfPoliceWork) {
                return new IncidentCategory(Sense.REPORTED, main.get().text);
            }
            if (found.sense == Sense.UNSURE && main.get().meaning != CategoryWord.OFFENCE) {
                found = new IncidentCategory(Sense.FOUND, main.get().text);
                policeWorkFirst = main.get().meaning == CategoryWord.POLICE_WORK;
            }
        }
        return found;
    }

    /** Returns the rule that is proposed for the category; empty where all its incidents count. */
    public Optional<CategoryRule> rule() {
        return sense == Sense.FOUND
                ? Optional.of(CategoryRule.proposed(Counted.REPORTED, "police find these: \"" + because + "\""))
                : Optional.empty();
    }

    /** Returns whether a text says that police began something of their own accord. */
    static boolean isBegunByPolice(String text) {
        return words(text).stream().anyMatch(word -> word.meaning == CategoryWord.BEGAN);
    }

    private record Word(String text, CategoryWord meaning) {}

    /** Words that mean something, in order; what a negation takes away is left out. */
    private static List<Word> words(String name) {
        List<CategoryTokens.Token> tokens = CategoryTokens.of(name.substring(0, Math.min(MOST_LETTERS, name.length())));
        List<Word> words = new ArrayList<>();
        boolean without = false;
        for (int i = 0; i < tokens.size(); ) {
            if (tokens.get(i).isMark()) {
                without = false;
                words.add(new Word(tokens.get(i).text(), tokens.get(i).mark()));
                i++;
                continue;
            }
            CategoryLexicon.Found found = CategoryLexicon.ALL.find(tokens, i);
            if (found.meaning() == CategoryWord.BESIDE) {
                without = false;
            }
            if (found.meaning() == CategoryWord.WITHOUT) {
                without = true;
            } else if (found.meaning() == CategoryWord.NOT) {
                boolean takesOne = i + 1 < tokens.size() && !tokens.get(i + 1).isMark();
                i += takesOne ? CategoryLexicon.ALL.find(tokens, i + 1).words() : 0;
            } else if (!without) {
                words.add(new Word(text(tokens, i, found.words()), found.meaning()));
            }
            i += found.words();
        }
        return words;
    }

    private static String text(List<CategoryTokens.Token> tokens, int from, int count) {
        return String.join(
                " ",
                tokens.subList(from, from + count).stream()
                        .map(CategoryTokens.Token::text)
                        .toList());
    }

    /**
     * One of the things that stand side by side.
     *
     * @param phrases the thing, and then what describes it
     * @param afterBreak whether it is a kind of what came before
     */
    private record Part(List<List<Word>> phrases, boolean afterBreak) {
        /** Returns the word that decides; a forbidden thing gives way to an offence that describes it. */
        Optional<Word> main() {
            Optional<Word> thing = Optional.empty();
            for (List<Word> phrase : phrases) {
                Optional<Word> main = main(phrase);
                boolean weak = main.isPresent() && main.get().meaning == CategoryWord.THING;
                if (main.isPresent() && !weak && (thing.isEmpty() || main.get().meaning == CategoryWord.OFFENCE)) {
                    return main;
                }
                thing = thing.isEmpty() && weak ? main : thing;
            }
            return thing;
        }

        private static Optional<Word> main(List<Word> phrase) {
            Optional<Word> police = last(phrase, CategoryWord.POLICE_WORK);
            if (police.isPresent()) {
                return police;
            }
            Optional<Word> acted = Optional.empty();
            for (Word word : phrase) {
                if (word.meaning == CategoryWord.OFFENCE || word.meaning == CategoryWord.HOLDING) {
                    acted = Optional.of(word);
                }
            }
            return acted.isPresent() ? acted : last(phrase, CategoryWord.THING);
        }

        private static Optional<Word> last(List<Word> phrase, CategoryWord meaning) {
            return phrase.stream().filter(word -> word.meaning == meaning).reduce((one, other) -> other);
        }
    }

    private static List<Part> parts(List<Word> words) {
        List<Part> parts = new ArrayList<>();
        Part part = new Part(new ArrayList<>(List.of(new ArrayList<>())), false);
        for (Word word : words) {
            switch (word.meaning) {
                case BESIDE, BREAK -> {
                    parts.add(part);
                    part = new Part(new ArrayList<>(List.of(new ArrayList<>())), word.meaning == CategoryWord.BREAK);
                }
                case BEFORE -> part.phrases.add(new ArrayList<>());
                default -> part.phrases.get(part.phrases.size() - 1).add(word);
            }
        }
        parts.add(part);
        return parts;
    }
}
