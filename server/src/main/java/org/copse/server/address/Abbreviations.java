package org.copse.server.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that street names are made of, with their short forms, in all languages at once: a resident does not say which they type in. */
final class Abbreviations {
    private static final Abbreviations KNOWN = read();
    private static final int SHORTEST_STEM = 3;

    private final Map<String, Set<String>> fullForms = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> fillers = new HashSet<>();
    private final List<String> endings = new ArrayList<>();
    private final Set<String> frontTypes = new HashSet<>();

    private Abbreviations() {}

    static Abbreviations known() {
        return KNOWN;
    }

    private static Abbreviations read() {
        Abbreviations words = new Abbreviations();
        try (InputStream file = Objects.requireNonNull(Abbreviations.class.getResourceAsStream("abbreviations.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+", -1)))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.endings.sort(Comparator.comparingInt(String::length).reversed().thenComparing(ending -> ending));
        return words;
    }

    private void add(List<String> line) {
        String kind = line.get(1);
        List<String> forms = line.subList(2, line.size()).stream()
                .map(form -> (form.startsWith("-") ? "-" : "") + Folding.fold(form.replace("-", "")))
                .toList();
        if (kind.equals("filler")) {
            fillers.addAll(forms);
            return;
        }
        String full = forms.get(0);
        if (kind.endsWith("type")) {
            types.add(full);
            if (line.get(0).equals("en")) {
                frontTypes.add(full);
            }
        }
        if (kind.startsWith("-")) {
            endings.add(full);
        }
        for (String form : forms.subList(1, forms.size())) {
            boolean ending = form.startsWith("-");
            String text = ending ? form.substring(1) : form;
            fullForms.computeIfAbsent(text, key -> new TreeSet<>()).add(full);
            if (ending) {
                endings.add(text);
            }
        }
    }

    /** Returns what a word may be short for, without itself. */
    Set<String> fullForms(String word) {
        return fullForms.getOrDefault(word, Set.of());
    }

    /** Returns whether a word says only what kind of street it is. */
    boolean isType(String word) {
        return types.contains(word) || fullForms(word).stream().anyMatch(types::contains);
    }

    /** Returns whether a word only holds a name together. */
    boolean isFiller(String word) {
        return fillers.contains(word);
    }

    /** Returns whether a name that ends in this word has its house number in front: 12 High Street. */
    boolean hasNumberInFront(String lastWord) {
        return frontTypes.contains(lastWord);
    }

    /** Returns the kind of street that a word ends in, as the word has it: {@code str} of {@code kerkstr}; empty for a word that has none. */
    Optional<String> findEnding(String word) {
        return endings.stream()
                .filter(ending -> word.length() >= ending.length() + SHORTEST_STEM && word.endsWith(ending))
                .findFirst();
    }
}
