package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.SearchGraph;

/**
 * Brings beats into their bounds of hours where single moves no longer do. With three or four units a beat, the way from one division to a
 * better one leads over much worse ones, which annealing seldom crosses; but all divisions of two or three neighbouring beats are few enough
 * to look at each ({@link Regrouping}), and of four to six those that keep every bound ({@link Redivision}). The same plan is always
 * recombined in the same way.
 */
final class Recombination {

    private static final int MOST_UNITS_OF_TWO = 14;
    private static final int MOST_UNITS_OF_THREE = 12;
    /** Ways of the same excess that are scored, per group of beats. */
    private static final int MOST_SCORED = 40;
    /** Divisions looked at in all, a fraction of a second's work; a unit scored from scratch counts as some. */
    private static final double MOST_WORK = 5e7;

    private static final double WORK_PER_UNIT = 10;
    /** Sets looked at, at most, in one larger group. */
    private static final long MOST_SETS = 20_000;

    private static final double WORK_PER_SET = 10;

    private final SearchGraph graph;
    private final Objective objective;
    private final boolean[] fixedBeat;
    private final HoursBounds bounds;
    private final int[] lockedTo;
    private final Assignment at;
    private final WholeSectors sectors;
    private double soft;
    private double hard;
    private int[] before;
    private int[] best;
    private double bestSoft;
    private double bestHard;
    private double work;
    /** By how much the bounds are widened for now. */
    private double slack;

    private BooleanSupplier stop = () -> false;

    private final Regrouping.Rule rule = new Regrouping.Rule() {
        @Override
        public double lower(int beat) {
            return bounds.beatLower()[beat] - slack;
        }

        @Override
        public double upper(int beat) {
            return bounds.beatUpper()[beat] + slack;
        }

        @Override
        public boolean mayHave(int beat, int unit) {
            return lockedTo[unit] < 0 || lockedTo[unit] == beat;
        }

        @Override
        public int beatOf(int unit) {
            return at.beat[unit];
        }
    };

    Recombination(Layout layout, Objective objective, Labels labels, boolean[] fixedBeat) {
        this.graph = layout.graph;
        this.objective = objective;
        this.fixedBeat = fixedBeat;
        this.bounds = layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat());
        this.at = new Assignment(graph, labels.beatOfUnit(), labels.sectorOfBeat());
        this.sectors = new WholeSectors(at);
        this.lockedTo = new int[graph.units];
        Arrays.fill(lockedTo, -1);
        for (Map.Entry<Integer, Integer> lock : layout.problem.locks().entrySet()) {
            lockedTo[graph.place[lock.getKey()]] = lock.getValue();
        }
        soft = objective.soft(at);
        hard = objective.hard(at);
        before = at.beat.clone();
        best = before;
    }

    /**
     * Returns the labels with less of the bounds missed; as they were where nothing helps.
     *
     * @param whenToStop ends the work early
     */
    Labels run(BooleanSupplier whenToStop) {
        stop = whenToStop;
        boolean better = true;
        while (better) {
            better = false;
            for (int beat = 0; beat < at.beats() && !stopped(); beat++) {
                better |= missed(beat) > Regrouping.GAIN
                        && !fixedBeat[beat]
                        && (improve(beat) || divide(beat, 0) || divide(beat, missed(beat) / 2));
            }
        }
        return new Labels(at.beat.clone(), at.sectorOfBeat.clone());
    }

    /** Returns the divisions looked at until now, and other work in their terms. */
    double work() {
        return work;
    }

    private double missed(int beat) {
        return rule.excess(beat, at.beatHours[beat]);
    }

    /** Takes the best of all groups of two and three beats with this one, by what is missed and then by soft score. */
    private boolean improve(int beat) {
        begin();
        for (int[] group : groups(beat)) {
            if (!stopped()) {
                consider(group, ways(group));
            }
        }
        return take();
    }

    /**
     * Takes the best way of the first larger group with this beat that can be divided with every beat inside its bounds or near them: what one
     * beat has too much may be more than its neighbours have room for, but a little for each of them leads on.
     */
    private boolean divide(int beat, double near) {
        if (stopped() || at.beatUnits[beat] >= Redivision.MOST_UNITS) {
            return false;
        }
        begin();
        slack = near;
        for (int[] group : new NearbyBeats(at, fixedBeat, rule).groups(beat)) {
            if (!stopped() && best == before) {
                consider(group, divisions(group));
            }
        }
        slack = 0;
        return take();
    }

    private boolean stopped() {
        return work > MOST_WORK || stop.getAsBoolean();
    }

    private void begin() {
        before = at.beat.clone();
        best = before;
        bestHard = hard;
        bestSoft = soft;
    }

    private boolean take() {
        at.restart(best);
        hard = bestHard;
        soft = bestSoft;
        return best != before;
    }

    private void consider(int[] group, List<int[][]> ways) {
        for (int[][] way : ways) {
            if (stopped()) {
                break;
            }
            work += WORK_PER_UNIT * graph.units;
            int[] labels = before.clone();
            for (int b = 0; b < group.length; b++) {
                for (int u : way[b]) {
                    labels[u] = group[b];
                }
            }
            at.restart(labels);
            double missed = objective.hard(at);
            boolean less = missed < bestHard - Regrouping.GAIN;
            if (less || (best != before && missed <= bestHard + Regrouping.GAIN)) {
                double score = objective.soft(at);
                if ((less || score < bestSoft) && sectors.whole(group)) {
                    best = labels;
                    bestHard = missed;
                    bestSoft = score;
                }
            }
        }
        at.restart(before);
    }

    private List<int[][]> ways(int[] group) {
        int[] units = unitsOf(group);
        work += Math.pow(group.length, units.length);
        double now = 0;
        for (int beat : group) {
            now += missed(beat);
        }
        return new Regrouping(units, neighboursAmong(units), hoursOf(units), group, rule, MOST_SCORED).best(now);
    }

    private List<int[][]> divisions(int[] group) {
        int[] units = unitsOf(group);
        Redivision redivision = new Redivision(units, neighboursAmong(units), hoursOf(units), group, rule, MOST_SETS);
        List<int[][]> ways = redivision.ways();
        work += WORK_PER_SET * (MOST_SETS - redivision.workLeft());
        return ways;
    }

    private double[] hoursOf(int[] units) {
        return Arrays.stream(units).mapToDouble(u -> graph.hours[u]).toArray();
    }

    private int[] neighboursAmong(int[] units) {
        int[] neighbours = new int[units.length];
        for (int i = 0; i < units.length; i++) {
            for (int slot = graph.first[units[i]]; slot < graph.first[units[i] + 1]; slot++) {
                int other = Arrays.binarySearch(units, graph.neighbour[slot]);
                neighbours[i] |= other >= 0 ? 1 << other : 0;
            }
        }
        return neighbours;
    }

    private int[] unitsOf(int[] group) {
        int[] units = new int[size(group)];
        int count = 0;
        for (int u = 0; u < graph.units; u++) {
            for (int beat : group) {
                if (at.beat[u] == beat) {
                    units[count++] = u;
                }
            }
        }
        return units;
    }

    private int size(int... group) {
        return Arrays.stream(group).map(beat -> at.beatUnits[beat]).sum();
    }

    private List<int[]> groups(int beat) {
        List<int[]> groups = new ArrayList<>();
        Set<Integer> near = neighbours(beat);
        Set<Long> seen = new TreeSet<>();
        for (int other : near) {
            if (size(beat, other) <= MOST_UNITS_OF_TWO) {
                groups.add(new int[] {beat, other});
            }
            if (size(beat, other) >= MOST_UNITS_OF_THREE) {
                continue;
            }
            Set<Integer> third = new TreeSet<>(near);
            third.addAll(neighbours(other));
            third.removeAll(Set.of(beat, other));
            for (int far : third) {
                long pair = (long) Math.min(other, far) * at.beats() + Math.max(other, far);
                if (size(beat, other, far) <= MOST_UNITS_OF_THREE && seen.add(pair)) {
                    groups.add(new int[] {beat, other, far});
                }
            }
        }
        return groups;
    }

    /** Returns the beats that touch a beat and are not fixed. */
    private Set<Integer> neighbours(int beat) {
        Set<Integer> near = new TreeSet<>();
        for (int u = 0; u < graph.units; u++) {
            for (int slot = graph.first[u]; at.beat[u] == beat && slot < graph.first[u + 1]; slot++) {
                int other = at.beat[graph.neighbour[slot]];
                if (other != beat && !fixedBeat[other]) {
                    near.add(other);
                }
            }
        }
        return near;
    }
}
