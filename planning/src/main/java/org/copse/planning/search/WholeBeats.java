package org.copse.planning.search;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes every beat of a plan one piece: the heaviest piece stays, the others join their neighbours. Fixed beats lose no unit and receive none; a
 * unit that only they surround stays in its beat, which is in pieces then.
 */
final class WholeBeats {

    private final Layout layout;
    private final Rejoining rejoining;
    private final Set<Integer> fixed;

    WholeBeats(Layout layout) {
        this.layout = layout;
        this.rejoining = new Rejoining(layout.graph, new Contiguity(layout.graph, layout.links));
        this.fixed = layout.problem.fixedBeats();
    }

    /** Returns the beat of each unit with every beat in one piece, as far as the fixed ones let it. */
    int[] of(int[] beatOfUnit) {
        return of(beatOfUnit, unitsByPart(beatOfUnit));
    }

    /**
     * Returns the same, with each beat in the part where most of its units lie.
     *
     * @param beatOfUnit the beat of each unit, {@link Rejoining#NONE} for one that is to join a neighbour's
     * @param count for each part of the layout the number of units of each beat
     */
    int[] of(int[] beatOfUnit, int[][] count) {
        int[] beats = beatOfUnit.clone();
        for (int part = 0; part < count.length; part++) {
            int number = part;
            int[] units = Arrays.stream(layout.parts.get(part).units())
                    .filter(u -> !fixed.contains(beats[u]))
                    .toArray();
            int[] home = IntStream.range(0, count[part].length)
                    .filter(beat -> !fixed.contains(beat) && mostIn(count, beat) == number)
                    .toArray();
            int[] cell = Arrays.stream(units)
                    .map(u -> Arrays.binarySearch(home, beats[u]))
                    .map(found -> found < 0 ? Rejoining.NONE : found)
                    .toArray();
            if (home.length > 0) {
                rejoining.rejoin(units, cell, home.length);
                takeUp(units, cell, home, beats);
            }
        }
        return beats;
    }

    /** Where nobody is at home the first beat takes all. */
    private static void takeUp(int[] units, int[] cell, int[] home, int[] beats) {
        boolean nobody = Arrays.stream(cell).allMatch(label -> label < 0);
        for (int i = 0; i < units.length; i++) {
            if (nobody || cell[i] >= 0) {
                beats[units[i]] = home[Math.max(0, cell[i])];
            }
        }
    }

    /** Returns for each part of the layout the number of units of each beat. */
    int[][] unitsByPart(int[] beatOfUnit) {
        int[][] count = new int[layout.parts.size()][layout.problem.beatCount()];
        for (int part = 0; part < count.length; part++) {
            for (int u : layout.parts.get(part).units()) {
                if (beatOfUnit[u] >= 0) {
                    count[part][beatOfUnit[u]]++;
                }
            }
        }
        return count;
    }

    /** Returns the part where most units of a beat lie. */
    static int mostIn(int[][] count, int beat) {
        int most = 0;
        for (int part = 1; part < count.length; part++) {
            most = count[part][beat] > count[most][beat] ? part : most;
        }
        return most;
    }
}
