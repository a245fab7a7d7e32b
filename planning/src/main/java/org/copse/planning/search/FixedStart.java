package org.copse.planning.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a search begins when beats in force stay as they are: with those beats exactly, the other beats in force made whole around them, and as
 * many more as there are officers. Beats have the numbers that carry on those in force.
 */
final class FixedStart {

    private final Layout layout;
    private final int[] beatOfInForce;
    private final int beats;
    private final WholeBeats wholeBeats;

    /** @param beatOfInForce the beat that carries on each beat in force, -1 for none */
    FixedStart(Layout layout, int[] beatOfInForce) {
        this.layout = layout;
        this.beatOfInForce = beatOfInForce;
        this.beats = layout.problem.beatCount();
        this.wholeBeats = new WholeBeats(layout);
    }

    /** Returns the start; empty when all beats are fixed and some units are in none, or there is a beat that no unit is left for. */
    Optional<Labels> find(Dice dice) {
        int[] given = new int[layout.graph.units];
        for (int u = 0; u < given.length; u++) {
            int inForce = layout.problem.inForceBeatOf(layout.graph.unit[u]);
            given[u] = inForce < 0 || beatOfInForce[inForce] < 0 ? Rejoining.NONE : beatOfInForce[inForce];
        }
        int[][] count = wholeBeats.unitsByPart(given);
        Set<Integer> fixed = layout.problem.fixedBeats();
        IntStream.range(0, beats)
                .filter(beat -> Arrays.stream(count).allMatch(part -> part[beat] == 0))
                .forEach(beat -> count[emptiest(count)][beat] = 1);
        int[] beatOfUnit = wholeBeats.of(given, count);
        OptionalInt open =
                IntStream.range(0, beats).filter(beat -> !fixed.contains(beat)).findFirst();
        for (int u = 0; u < beatOfUnit.length; u++) {
            if (beatOfUnit[u] < 0 && open.isPresent()) {
                beatOfUnit[u] = open.getAsInt();
            }
        }
        boolean complete = Arrays.stream(beatOfUnit).allMatch(beat -> beat >= 0)
                && Arrays.stream(beatOfUnit).distinct().count() == beats;
        return complete ? Optional.of(new Labels(beatOfUnit, sectors(beatOfUnit, dice))) : Optional.empty();
    }

    /** Returns the part with fewest beats for its officers. */
    private int emptiest(int[][] count) {
        int[] free = layout.parts.stream().mapToInt(Layout.Part::officers).toArray();
        IntStream.range(0, beats)
                .filter(beat -> Arrays.stream(count).anyMatch(part -> part[beat] > 0))
                .forEach(beat -> free[WholeBeats.mostIn(count, beat)]--);
        int emptiest = 0;
        for (int part = 1; part < free.length; part++) {
            emptiest = free[part] > free[emptiest] ? part : emptiest;
        }
        return emptiest;
    }

    /** Each part has its own sectors where it has as many beats as officers. */
    private int[] sectors(int[] beatOfUnit, Dice dice) {
        int[] sectorOfBeat = new int[beats];
        int[][] count = wholeBeats.unitsByPart(beatOfUnit);
        int[][] ofPart = new int[count.length][];
        Arrays.setAll(ofPart, part -> IntStream.range(0, beats)
                .filter(beat -> WholeBeats.mostIn(count, beat) == part)
                .toArray());
        boolean apart = IntStream.range(0, ofPart.length)
                .allMatch(part -> ofPart[part].length == layout.parts.get(part).officers());
        int first = 0;
        for (int part = 0; apart && part < ofPart.length; part++) {
            List<Integer> teams = layout.parts.get(part).teams();
            group(ofPart[part], teams, first, beatOfUnit, sectorOfBeat, dice);
            first += teams.size();
        }
        if (!apart) {
            List<Integer> teams =
                    layout.parts.stream().flatMap(part -> part.teams().stream()).toList();
            group(IntStream.range(0, beats).toArray(), teams, 0, beatOfUnit, sectorOfBeat, dice);
        }
        return sectorOfBeat;
    }

    private void group(int[] members, List<Integer> teams, int first, int[] beatOfUnit, int[] sectorOfBeat, Dice dice) {
        int[][] units = new int[members.length][];
        Arrays.setAll(units, i -> IntStream.range(0, beatOfUnit.length)
                .filter(u -> beatOfUnit[u] == members[i])
                .toArray());
        int[] found = new SectorsOfBeats(layout.graph).groupAnyhow(units, teams, dice);
        for (int i = 0; i < members.length; i++) {
            sectorOfBeat[members[i]] = first + found[i];
        }
    }
}
