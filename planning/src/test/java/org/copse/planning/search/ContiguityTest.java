package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import org.copse.planning.RandomDistrict;
import org.copse.planning.objective.SearchGraph;
import org.junit.jupiter.api.Test;

class ContiguityTest {

    @Test
    void agreesWithAFullSearchOnRandomLabels() {
        int answered = 0;
        for (int seed = 0; seed < 30; seed++) {
            SearchGraph graph = new SearchGraph(RandomDistrict.of(9, seed).build(), List.of());
            Contiguity contiguity = new Contiguity(graph, new LocalLinks(graph));
            int[] labels = new Random(seed).ints(graph.units, 0, 2).toArray();
            for (int unit = 0; unit < graph.units; unit++) {
                if (pieceSize(graph, labels, unit, -1) == 1) {
                    continue;
                }
                boolean whole = wholeWithout(graph, labels, unit);
                assertThat(contiguity.staysWhole(labels, unit, Integer.MAX_VALUE))
                        .as("seed " + seed + " unit " + unit)
                        .isEqualTo(whole);
                answered += whole ? 0 : 1;
            }
        }
        assertThat(answered).as("cases that split a beat").isGreaterThan(100);
    }

    @Test
    void refusesWhatItMayNotSearch() {
        SearchGraph graph = new SearchGraph(RandomDistrict.of(9, 1).build(), List.of());
        Contiguity contiguity = new Contiguity(graph, new LocalLinks(graph));
        int[] labels = new Random(1).ints(graph.units, 0, 2).toArray();
        for (int unit = 0; unit < graph.units; unit++) {
            if (contiguity.staysWhole(labels, unit, 0)) {
                assertThat(wholeWithout(graph, labels, unit)).isTrue();
            }
        }
    }

    /** Whether the unit's neighbours of its label reach one another without it: what a move must keep. */
    private static boolean wholeWithout(SearchGraph graph, int[] labels, int unit) {
        return pieceSize(graph, labels, unit, -1) - 1 == pieceSize(graph, labels, firstOwn(graph, labels, unit), unit);
    }

    private static int firstOwn(SearchGraph graph, int[] labels, int unit) {
        for (int slot = graph.first[unit]; slot < graph.first[unit + 1]; slot++) {
            if (labels[graph.neighbour[slot]] == labels[unit]) {
                return graph.neighbour[slot];
            }
        }
        return unit;
    }

    private static int pieceSize(SearchGraph graph, int[] labels, int start, int without) {
        boolean[] seen = new boolean[graph.units];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int size = 0;
        while (!queue.isEmpty()) {
            int u = queue.remove();
            size++;
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (!seen[v] && v != without && labels[v] == labels[start]) {
                    seen[v] = true;
                    queue.add(v);
                }
            }
        }
        return size;
    }
}
