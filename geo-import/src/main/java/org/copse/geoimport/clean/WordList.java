package org.copse.geoimport.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of words by topic, in a resource beside this class; {@code special-words.txt} says how words are written. */
final class WordList {
    private static final List<String> ENDINGS = List.of("s", "e", "n", "en", "es");
    private static final int SHORTEST_WITH_ENDING = 4;

    private final Map<String, List<List<Part>>> phrases = new LinkedHashMap<>();
    /** Single whole words, which most entries are. */
    private final Map<String, String> whole = new HashMap<>();

    private record Part(String text, boolean openStart, boolean openEnd) {
        boolean fits(String word) {
            if (openStart) {
                return openEnd ? word.contains(text) : word.endsWith(text);
            }
            return openEnd ? word.startsWith(text) : isWord(word, text);
        }

        private static boolean isWord(String word, String text) {
            return word.equals(text)
                    || (text.length() >= SHORTEST_WITH_ENDING
                            && word.startsWith(text)
                            && ENDINGS.contains(word.substring(text.length())));
        }
    }

    /**
     * A word found.
     *
     * @param from position of its first word
     * @param to position after its last word
     */
    record Match(String topic, int from, int to) {}

    private WordList() {}

    static WordList ofResource(String name) {
        WordList list = new WordList();
        try (InputStream in = WordList.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String topic = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    topic = line.substring(1, line.indexOf(']'));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    list.add(topic, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + name + " cannot be read", e);
        }
        return list;
    }

    private void add(String topic, String line) {
        for (String entry : line.split(",", -1)) {
            List<Part> parts = Arrays.stream(entry.strip().split("\\s+", -1))
                    .flatMap(word -> parts(word).stream())
                    .collect(Collectors.toList());
            if (parts.size() == 1 && !parts.get(0).openStart() && !parts.get(0).openEnd()) {
                whole.putIfAbsent(parts.get(0).text(), topic);
            }
            if (!parts.isEmpty()) {
                phrases.computeIfAbsent(topic, key -> new ArrayList<>()).add(parts);
            }
        }
    }

    private static List<Part> parts(String word) {
        boolean start = word.startsWith("*");
        boolean end = word.endsWith("*");
        List<String> texts = HeaderWords.of(word);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            parts.add(new Part(texts.get(i), start && i == 0, end && i == texts.size() - 1));
        }
        return parts;
    }

    /** Returns the first of {@code topics}' words in {@code words}; of all topics where none is named. */
    Optional<Match> find(List<String> words, String... topics) {
        for (int i = 0; i < words.size() && topics.length == 0; i++) {
            String topic = whole.get(words.get(i));
            if (topic != null) {
                return Optional.of(new Match(topic, i, i + 1));
            }
        }
        List<String> asked = topics.length == 0 ? List.copyOf(phrases.keySet()) : List.of(topics);
        for (String topic : asked) {
            for (List<Part> phrase : phrases.getOrDefault(topic, List.of())) {
                int at = position(phrase, words);
                if (at >= 0) {
                    return Optional.of(new Match(topic, at, at + phrase.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static int position(List<Part> phrase, List<String> words) {
        for (int from = 0; from + phrase.size() <= words.size(); from++) {
            boolean fits = true;
            for (int i = 0; i < phrase.size() && fits; i++) {
                fits = phrase.get(i).fits(words.get(from + i));
            }
            if (fits) {
                return from;
            }
        }
        return -1;
    }
}
