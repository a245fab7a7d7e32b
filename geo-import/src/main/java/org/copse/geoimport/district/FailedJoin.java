package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Why keys of a table and ids of units do not meet: some of either, and what would make them, found by trying. */
final class FailedJoin {
    private static final int NAMED = 3;
    private static final double MOST = 0.5;

    private FailedJoin() {}

    /** A change of ids and keys under which they might meet. */
    private record Try(String what, UnaryOperator<String> ofIds, UnaryOperator<String> ofKeys) {}

    /**
     * Returns it as sentences.
     *
     * @param keys that are no unit's id; not empty
     */
    static String explain(List<String> ids, List<String> keys) {
        String both = "The units have ids such as " + named(ids) + ", the table has keys such as " + named(keys) + ".";
        return find(ids, keys)
                .map(found -> both + " " + found.pairs().size() + " of " + keys.size() + " keys would meet "
                        + found.how() + ".")
                .orElse(both + " Nothing tried makes them meet: probably one of the two is another column.");
    }

    /**
     * What would make keys meet.
     *
     * @param how such as "without the last 2 characters of the table's keys"
     * @param pairs keys, each with the id that it would meet
     */
    record Remedy(String how, List<Map.Entry<String, String>> pairs) {
        /** Returns three of the ids. */
        String ids() {
            return named(pairs.stream().map(Map.Entry::getValue).toList());
        }

        /** Returns the keys that would meet these. */
        String keys() {
            return named(pairs.stream().map(Map.Entry::getKey).toList());
        }
    }

    /** Returns what would make at least half of them meet, or empty. */
    static Optional<Remedy> find(List<String> ids, List<String> keys) {
        if (ids.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        double enough = MOST * Math.min(ids.size(), keys.size());
        return tries(ids, keys).stream()
                .map(one -> new Remedy(one.what(), meeting(one, ids, keys)))
                .filter(found ->
                        found.pairs().size() >= enough && !found.pairs().isEmpty())
                .findFirst();
    }

    private static String named(List<String> texts) {
        return texts.stream()
                .distinct()
                .limit(NAMED)
                .map(text -> "\"" + text + "\"")
                .collect(Collectors.joining(", "));
    }

    private static List<Try> tries(List<String> ids, List<String> keys) {
        List<Try> tries = new ArrayList<>();
        UnaryOperator<String> same = UnaryOperator.identity();
        sharedPrefix(ids)
                .ifPresent(prefix -> tries.add(new Try(
                        "without the \"" + prefix + "\" before the units' ids",
                        id -> id.substring(prefix.length()),
                        same)));
        sharedPrefix(keys)
                .ifPresent(prefix -> tries.add(new Try(
                        "without the \"" + prefix + "\" before the table's keys",
                        same,
                        key -> key.substring(prefix.length()))));
        sharedPrefix(ids).ifPresent(ofIds -> sharedPrefix(keys)
                .ifPresent(ofKeys -> tries.add(new Try(
                        "without the \"" + ofIds + "\" before the units' ids and the \"" + ofKeys
                                + "\" before the table's keys",
                        id -> id.substring(ofIds.length()),
                        key -> key.substring(ofKeys.length())))));
        UnaryOperator<String> plain = text -> text.replaceAll("[^\\p{L}\\p{N}]", "");
        tries.add(new Try("without the marks between letters and figures", plain, plain));
        UnaryOperator<String> figures = text -> text.replaceAll("[^0-9]", "");
        tries.add(new Try("by their figures alone", figures, figures));
        UnaryOperator<String> last = text -> text.replaceFirst("^.*[^\\p{L}\\p{N}](?=.)", "");
        tries.add(new Try("by what stands behind the last mark", last, last));
        for (int n = 1; n <= NAMED; n++) {
            int cut = n;
            UnaryOperator<String> shorter = text -> text.length() > cut ? text.substring(0, text.length() - cut) : text;
            tries.add(new Try("without the last " + n + " characters of the units' ids", shorter, same));
            tries.add(new Try("without the last " + n + " characters of the table's keys", same, shorter));
        }
        return tries;
    }

    /** Returns what all texts begin with, as long as something is left of each. */
    private static Optional<String> sharedPrefix(List<String> texts) {
        String prefix = texts.get(0);
        for (String text : texts) {
            int n = 0;
            while (n < Math.min(prefix.length(), text.length() - 1) && prefix.charAt(n) == text.charAt(n)) {
                n++;
            }
            prefix = prefix.substring(0, n);
        }
        // Figures that all begin with the same one are no prefix by that.
        String letters = prefix.replaceFirst("[0-9]+$", "");
        String kept = letters.isEmpty() ? prefix : letters;
        return kept.isEmpty() || texts.size() < 2 ? Optional.empty() : Optional.of(kept);
    }

    private static List<Map.Entry<String, String>> meeting(Try one, List<String> ids, List<String> keys) {
        Map<String, List<String>> units = new HashMap<>();
        for (String id : ids) {
            units.computeIfAbsent(KeyMatch.bare(one.ofIds().apply(id.strip())), bare -> new ArrayList<>())
                    .add(id);
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String key : keys) {
            String bare = KeyMatch.bare(one.ofKeys().apply(key.strip()));
            List<String> found = units.getOrDefault(bare, List.of());
            if (!bare.isEmpty() && found.size() == 1) {
                pairs.add(Map.entry(key, found.get(0)));
            }
        }
        return pairs;
    }
}
