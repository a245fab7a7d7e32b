package org.copse.geoimport.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words and phrases of all languages by what they do in the name of a category. A file does not say its language, and people
 * mix them, so all lists hold at once.
 */
final class CategoryLexicon {
    static final CategoryLexicon ALL = new CategoryLexicon(List.of("en", "nl", "fr", "de", "ar"));

    private static final String ANY = "*";

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final List<Entry> openFirst = new ArrayList<>();

    /** A phrase, word by word, each perhaps with a star at either end. */
    private record Entry(List<String> words, CategoryWord meaning) {
        boolean matches(List<CategoryTokens.Token> tokens, int from) {
            if (from + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (tokens.get(from + i).forms().stream().noneMatch(form -> matches(word, form))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean matches(String word, String form) {
            boolean openStart = word.startsWith(ANY);
            boolean openEnd = word.endsWith(ANY);
            String letters = word.substring(openStart ? 1 : 0, word.length() - (openEnd ? 1 : 0));
            if (openStart && openEnd) {
                return form.contains(letters);
            }
            return openStart ? form.endsWith(letters) : openEnd ? form.startsWith(letters) : form.equals(letters);
        }

        boolean isOpen() {
            return words.stream().anyMatch(word -> word.contains(ANY));
        }

        /** Longer phrases say more than shorter ones, whole words more than beginnings, then the order of meanings decides. */
        boolean comesBefore(Entry other) {
            if (words.size() != other.words.size()) {
                return words.size() > other.words.size();
            }
            if (isOpen() != other.isOpen()) {
                return other.isOpen();
            }
            return meaning.compareTo(other.meaning) < 0;
        }
    }

    /**
     * What a run of words means.
     *
     * @param words how many words it takes
     */
    record Found(CategoryWord meaning, int words) {}

    private CategoryLexicon(List<String> languages) {
        languages.forEach(this::load);
    }

    private void load(String language) {
        String name = "categories-" + language + ".txt";
        try (InputStream stream = Objects.requireNonNull(CategoryLexicon.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            CategoryWord meaning = CategoryWord.OTHER;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String plain = line.strip();
                if (plain.startsWith("[")) {
                    meaning = CategoryWord.of(plain.substring(1, plain.length() - 1));
                } else if (!plain.isEmpty() && !plain.startsWith("#")) {
                    add(new Entry(CategoryTokens.wordsOfList(plain), meaning));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Entry entry) {
        String first = entry.words.get(0);
        if (first.contains(ANY)) {
            openFirst.add(entry);
        } else {
            byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(entry);
        }
    }

    /** Returns what the words from a place on mean, as many of them as belong together. */
    Found find(List<CategoryTokens.Token> tokens, int from) {
        List<Entry> candidates = new ArrayList<>(openFirst);
        for (String form : tokens.get(from).forms()) {
            candidates.addAll(byFirstWord.getOrDefault(form, List.of()));
        }
        Entry best = null;
        for (Entry entry : candidates) {
            if (entry.matches(tokens, from) && (best == null || entry.comesBefore(best))) {
                best = entry;
            }
        }
        return best == null ? new Found(CategoryWord.OTHER, 1) : new Found(best.meaning, best.words.size());
    }
}
