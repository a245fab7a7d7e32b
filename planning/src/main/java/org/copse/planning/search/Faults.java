package org.copse.planning.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.UnitGraph;

/** A plan that is changed unit by unit, and what is amiss with it: the same constraints as for finished plans, kept up to date move by move. */
final class Faults {

    private static final double ROUNDING = 1e-9;

    private final PlanningProblem problem;
    private final UnitGraph graph;
    private final Bounds bounds;
    private final int[] beat;
    private final int[] sectorOfBeat;
    private final int[] moves;
    private final boolean[] fixed;
    private final double[] hours;
    private final double[] residents;
    private final double[] sectorHours;
    private final Bounds[] sectorBounds;
    private final int[] pieces;
    private final int[] sectorPieces;
    private final int[] stamp;
    private final int[] queue;
    private int clock;

    Faults(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.graph = problem.graph();
        this.bounds = problem.beatHours();
        this.beat = plan.beatOfUnit();
        this.sectorOfBeat = plan.sectorOfBeat();
        int beats = plan.beatCount();
        int sectors = plan.sectorCount();
        this.moves = new int[beat.length];
        this.fixed = new boolean[beats];
        problem.fixedBeats().forEach(b -> fixed[b] = true);
        this.hours = new double[beats];
        this.residents = new double[beats];
        this.sectorHours = new double[sectors];
        this.sectorBounds = new Bounds[sectors];
        this.pieces = new int[beats];
        this.sectorPieces = new int[sectors];
        this.stamp = new int[beat.length];
        this.queue = new int[beat.length];
        for (int u = 0; u < beat.length; u++) {
            add(u, 1);
        }
        for (int s = 0; s < sectors; s++) {
            int sector = s;
            double target = problem.targetHours()
                    * Arrays.stream(sectorOfBeat).filter(of -> of == sector).count();
            double share = problem.tolerance().sector();
            sectorBounds[s] = new Bounds(Math.max(0, target * (1 - share)), target * (1 + share));
            sectorPieces[s] = countSector(s);
        }
        for (int b = 0; b < beats; b++) {
            pieces[b] = countBeat(b);
        }
    }

    /**
     * Something amiss. What it is about must change: one of two units, or the units of one beat or sector.
     *
     * @param unit a unit; -1 when it is about a beat or sector
     * @param other another unit; -1 for none
     * @param ofBeat a beat; -1 for none
     * @param sectorOfBeat where it is about a sector: the sector of each beat; empty otherwise
     * @param sector the sector
     */
    record Fault(int unit, int other, int ofBeat, int[] sectorOfBeat, int sector) {

        /** Whether a move can be a part of what mends it. */
        boolean concerns(int moved, int from, int to) {
            if (from == to) {
                return false;
            }
            if (unit >= 0) {
                return moved == unit || moved == other;
            }
            if (ofBeat >= 0) {
                return from == ofBeat || to == ofBeat;
            }
            return (sectorOfBeat[from] == sector) != (sectorOfBeat[to] == sector);
        }
    }

    int units() {
        return beat.length;
    }

    int beatOf(int unit) {
        return beat[unit];
    }

    int[] labels() {
        return beat.clone();
    }

    /** Whether a unit has not been moved yet and is not of a beat that stays as it is. */
    boolean mayMove(int unit) {
        return moves[unit] == 0 && !fixed[beat[unit]];
    }

    boolean mayJoin(int unit, int to) {
        return !fixed[to] && problem.locks().getOrDefault(unit, to) == to;
    }

    /** Returns the beats that a unit touches; the one that the fault is about where that has no unit to touch. */
    int[] within(int unit, Fault fault) {
        if (fault.ofBeat() >= 0 && pieces[fault.ofBeat()] == 0) {
            return new int[] {fault.ofBeat()};
        }
        return IntStream.range(0, graph.degree(unit))
                .map(i -> beat[graph.neighbour(unit, i)])
                .distinct()
                .toArray();
    }

    void move(int unit, int to) {
        moves[unit]++;
        relabel(unit, to);
    }

    void back(int unit, int from) {
        moves[unit]--;
        relabel(unit, from);
    }

    /** Returns the first thing that is amiss: units first, whose mends are few, then beats, then sectors. */
    Optional<Fault> first() {
        for (Map.Entry<Integer, Integer> lock : problem.locks().entrySet()) {
            if (beat[lock.getKey()] != lock.getValue()) {
                return ofUnits(lock.getKey(), -1);
            }
        }
        for (int[] group : problem.together()) {
            for (int unit : group) {
                if (beat[unit] != beat[group[0]]) {
                    return ofUnits(group[0], unit);
                }
            }
        }
        for (int[] group : problem.apart()) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (beat[group[i]] == beat[group[j]]) {
                        return ofUnits(group[i], group[j]);
                    }
                }
            }
        }
        for (int b = 0; b < pieces.length; b++) {
            if (faulty(b)) {
                return Optional.of(new Fault(-1, -1, b, new int[0], -1));
            }
        }
        for (int s = 0; s < sectorPieces.length && sectorPieces.length > 1; s++) {
            if (sectorPieces[s] > 1
                    || sectorBounds[s].excess(sectorHours[s]) > ROUNDING * Math.max(1, sectorBounds[s].upper())) {
                return Optional.of(new Fault(-1, -1, -1, sectorOfBeat, s));
            }
        }
        return Optional.empty();
    }

    /** Returns how many beats have something amiss of their own; a move can help two at most. */
    int faultyBeats() {
        int count = 0;
        for (int b = 0; b < pieces.length; b++) {
            count += faulty(b) ? 1 : 0;
        }
        return count;
    }

    private static Optional<Fault> ofUnits(int unit, int other) {
        return Optional.of(new Fault(unit, other, -1, new int[0], -1));
    }

    private boolean faulty(int b) {
        boolean people = problem.beatResidents()
                .map(limits -> limits.excess(residents[b]) > ROUNDING * Math.max(1, limits.upper()))
                .orElse(false);
        return pieces[b] != 1 || people || bounds.excess(hours[b]) > ROUNDING * Math.max(1, bounds.upper());
    }

    private void relabel(int unit, int to) {
        int from = beat[unit];
        add(unit, -1);
        beat[unit] = to;
        add(unit, 1);
        pieces[from] = countBeat(from);
        pieces[to] = countBeat(to);
        if (sectorOfBeat[from] != sectorOfBeat[to]) {
            sectorPieces[sectorOfBeat[from]] = countSector(sectorOfBeat[from]);
            sectorPieces[sectorOfBeat[to]] = countSector(sectorOfBeat[to]);
        }
    }

    private void add(int unit, int sign) {
        hours[beat[unit]] += sign * problem.unit(unit).hours();
        residents[beat[unit]] += sign * problem.unit(unit).residents();
        sectorHours[sectorOfBeat[beat[unit]]] += sign * problem.unit(unit).hours();
    }

    private int countBeat(int b) {
        return count(b, false);
    }

    private int countSector(int s) {
        return count(s, true);
    }

    private int label(int unit, boolean sector) {
        return sector ? sectorOfBeat[beat[unit]] : beat[unit];
    }

    private int count(int label, boolean sector) {
        clock++;
        int count = 0;
        for (int start = 0; start < beat.length; start++) {
            if (label(start, sector) != label || stamp[start] == clock) {
                continue;
            }
            count++;
            int end = 0;
            queue[end++] = start;
            stamp[start] = clock;
            for (int head = 0; head < end; head++) {
                for (int i = 0; i < graph.degree(queue[head]); i++) {
                    int other = graph.neighbour(queue[head], i);
                    if (stamp[other] != clock && label(other, sector) == label) {
                        stamp[other] = clock;
                        queue[end++] = other;
                    }
                }
            }
        }
        return count;
    }
}
