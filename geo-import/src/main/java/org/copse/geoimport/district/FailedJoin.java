package org.copse.geoimport.district;

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
        return tries(ids, keys).stream()
                .map(one -> Map.entry(one.what(), meeting(one, ids, keys)))
                .filter(found -> found.getValue() >= MOST * Math.min(ids.size(), keys.size()) && found.getValue() > 0)
                .findFirst()
                .map(found -> both + " " + found.getValue() + " of " + keys.size() + " keys would meet "
                        + found.getKey() + ".")
                .orElse(both + " Nothing tried makes them meet: probably one of the two is another column.");
    }

    private static String named(List<String> texts) {
        return texts.stream()
                .distinct()
                .limit(NAMED)
                .map(text -> "\"" + text + "\"")
                .collect(Collectors.joining(", "));
    }

    private static List<Try> tries(List<String> ids, List<String> keys) {
        List<Try> tries = new java.util.ArrayList<>();
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

    private static long meeting(Try one, List<String> ids, List<String> keys) {
        Map<String, Integer> units = new HashMap<>();
        for (String id : ids) {
            units.merge(KeyMatch.bare(one.ofIds().apply(id.strip())), 1, Integer::sum);
        }
        return keys.stream()
                .map(key -> KeyMatch.bare(one.ofKeys().apply(key.strip())))
                .filter(key -> !key.isEmpty() && units.getOrDefault(key, 0) == 1)
                .count();
    }
}
