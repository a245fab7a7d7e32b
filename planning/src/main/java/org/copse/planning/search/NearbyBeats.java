package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copse.planning.objective.Assignment;

/** Groups of neighbouring beats whose hours together would let each of them keep its bounds: drawn at random, the same for the same plan. */
final class NearbyBeats {

    private static final int SMALLEST = 4;
    private static final int LARGEST = 6;
    /** Draws of groups of each size. */
    private static final int DRAWS = 40;

    private final Assignment at;
    private final boolean[] fixedBeat;
    private final Regrouping.Rule rule;
    private final List<Set<Integer>> touching = new ArrayList<>();

    NearbyBeats(Assignment at, boolean[] fixedBeat, Regrouping.Rule rule) {
        this.at = at;
        this.fixedBeat = fixedBeat;
        this.rule = rule;
        for (int beat = 0; beat < at.beats(); beat++) {
            touching.add(new TreeSet<>());
        }
        for (int i = 0; i < at.boundaryCount(); i++) {
            int u = at.boundary[i];
            for (int slot = at.graph.first[u]; slot < at.graph.first[u + 1]; slot++) {
                touching.get(at.beat[u]).add(at.beat[at.graph.neighbour[slot]]);
            }
        }
    }

    /** Returns groups with a beat, the smaller first. */
    List<int[]> groups(int beat) {
        Dice dice = new Dice(beat);
        List<int[]> groups = new ArrayList<>();
        Set<List<Integer>> drawn = new HashSet<>();
        for (int size = SMALLEST; size <= Math.min(LARGEST, at.beats()); size++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                int[] group = draw(beat, size, dice);
                if (group.length == size
                        && drawn.add(Arrays.stream(group).boxed().toList())
                        && mayKeepBounds(group)) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    /** Draws beats that touch those drawn before until there are enough; fewer where the units become too many. */
    private int[] draw(int beat, int size, Dice dice) {
        List<Integer> group = new ArrayList<>(List.of(beat));
        int units = at.beatUnits[beat];
        while (group.size() < size && units <= Redivision.MOST_UNITS) {
            int[] near = near(group);
            if (near.length == 0) {
                break;
            }
            int next = near[dice.below(near.length)];
            group.add(next);
            units += at.beatUnits[next];
        }
        return units > Redivision.MOST_UNITS
                ? new int[0]
                : group.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private int[] near(List<Integer> group) {
        Set<Integer> near = new TreeSet<>();
        group.forEach(member -> near.addAll(touching.get(member)));
        group.forEach(near::remove);
        return near.stream()
                .mapToInt(Integer::intValue)
                .filter(beat -> !fixedBeat[beat])
                .toArray();
    }

    private boolean mayKeepBounds(int[] group) {
        double hours =
                Arrays.stream(group).mapToDouble(beat -> at.beatHours[beat]).sum();
        double least = Arrays.stream(group).mapToDouble(rule::lower).sum();
        double most = Arrays.stream(group).mapToDouble(rule::upper).sum();
        return least <= hours && hours <= most;
    }
}
