package org.copse.server.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Borda count: of k choices the first of a ballot gets k − 1 points, the second k − 2, and the last none. Choices that a ballot does not rank share the
 * points of the places that are left, so that every ballot gives the same sum, k (k − 1) / 2, however many choices it ranks.
 */
final class Borda {
    private Borda() {}

    /**
     * Returns the choices by their points, the most first; those with the same points have the same place and stand in the order of the shortlist.
     *
     * @param choices how many there are
     * @param rankings numbers of choices from 1, the most important first, none twice
     */
    static List<PollResult.Place> places(int choices, List<List<Integer>> rankings) {
        long[] halves = new long[choices];
        for (List<Integer> ranking : rankings) {
            boolean[] ranked = new boolean[choices];
            for (int at = 0; at < ranking.size(); at++) {
                int choice = ranking.get(at) - 1;
                ranked[choice] = true;
                halves[choice] += 2L * (choices - 1 - at);
            }
            for (int choice = 0; choice < choices; choice++) {
                halves[choice] += ranked[choice] ? 0 : choices - 1 - ranking.size();
            }
        }
        return IntStream.range(0, choices)
                .boxed()
                .sorted(Comparator.comparingLong((Integer choice) -> -halves[choice]))
                .map(choice -> new PollResult.Place(
                        1
                                + (int) Arrays.stream(halves)
                                        .filter(other -> other > halves[choice])
                                        .count(),
                        choice + 1,
                        halves[choice] / 2.0))
                .toList();
    }
}
