package org.copse.planning.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.copse.planning.plan.Place;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation;
import org.copse.planning.plan.Violation.Cause;
import org.copse.planning.plan.Violation.Kind;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;

/** Checks a plan against every hard constraint of its problem. */
public final class HardConstraints {

    /** Hours are sums of many numbers: what exceeds a bound by less than this share of it is rounding. */
    static final double ROUNDING = 1e-9;

    private final PlanningProblem problem;
    private final Plan plan;
    private final List<Violation> found = new ArrayList<>();

    private HardConstraints(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /**
     * Returns what the plan does not keep: pieces and empty beats first, then hours, then locks, groups and fixed beats. Empty when feasible.
     * Beats are fixed as they are in the areas in force.
     */
    public static List<Violation> violations(PlanningProblem problem, Plan plan) {
        return violations(problem, plan, Optional.empty());
    }

    /** Returns what a plan does not keep that was made from another one, in which the fixed beats are what they are to stay. */
    public static List<Violation> violations(PlanningProblem problem, Plan plan, Optional<Plan> madeFrom) {
        HardConstraints check = new HardConstraints(problem, plan);
        check.pieces();
        check.beatHours();
        check.sectorHours();
        check.residents();
        check.officers();
        check.locks();
        check.groups();
        check.fixedBeats(madeFrom);
        return List.copyOf(check.found);
    }

    private void pieces() {
        int[] beatPieces = Pieces.count(problem.graph(), plan::beatOf, plan.beatCount());
        for (int beat = 0; beat < beatPieces.length; beat++) {
            if (beatPieces[beat] == 0) {
                add(Kind.BEAT_EMPTY, Place.beat(beat), 0, 1, new BeatHoursReason(problem, plan).empty());
            } else if (beatPieces[beat] > 1) {
                add(
                        Kind.BEAT_IN_PIECES,
                        Place.beat(beat),
                        beatPieces[beat],
                        1,
                        whyInPieces(beat, plan::beatOf, plan.beatCount()));
            }
        }
        if (plan.sectorCount() > 1) {
            int[] sectorPieces = Pieces.count(problem.graph(), plan::sectorOfUnit, plan.sectorCount());
            for (int sector = 0; sector < sectorPieces.length; sector++) {
                if (sectorPieces[sector] > 1) {
                    Reason why = whyInPieces(sector, plan::sectorOfUnit, plan.sectorCount());
                    add(Kind.SECTOR_IN_PIECES, Place.sector(sector), sectorPieces[sector], 1, why);
                }
            }
        }
    }

    private Reason whyInPieces(int label, IntUnaryOperator labelOf, int labels) {
        int[] component = problem.graph().components();
        Set<Integer> parts = new HashSet<>();
        for (int u = 0; u < problem.unitCount(); u++) {
            if (labelOf.applyAsInt(u) == label) {
                parts.add(component[u]);
            }
        }
        boolean tooMany = Arrays.stream(component).max().orElse(0) >= labels;
        if (parts.size() > 1) {
            String words = "its units lie on " + parts.size() + " parts of the district that are not connected";
            return tooMany ? new Reason(Cause.PARTS_AND_TEAMS, words) : Reason.notFound(words);
        }
        return Reason.notFound("its units are not all reachable from one another inside it");
    }

    private void beatHours() {
        Bounds bounds = problem.beatHours();
        double[] hours = new double[plan.beatCount()];
        for (int u = 0; u < problem.unitCount(); u++) {
            hours[plan.beatOf(u)] += problem.unit(u).hours();
        }
        BeatHoursReason reason = new BeatHoursReason(problem, plan);
        for (int beat = 0; beat < hours.length; beat++) {
            if (plan.unitsOfBeat(beat).length > 0
                    && bounds.excess(hours[beat]) > ROUNDING * Math.max(1, bounds.upper())) {
                boolean over = hours[beat] > bounds.upper();
                double bound = over ? bounds.upper() : bounds.lower();
                Reason why = over ? reason.over(beat) : reason.under(beat);
                add(Kind.BEAT_HOURS, Place.beat(beat), hours[beat], bound, why);
            }
        }
    }

    private void sectorHours() {
        if (plan.sectorCount() < 2) {
            return;
        }
        double[] hours = new double[plan.sectorCount()];
        int[] officers = new int[plan.sectorCount()];
        for (int u = 0; u < problem.unitCount(); u++) {
            hours[plan.sectorOfUnit(u)] += problem.unit(u).hours();
        }
        for (int beat = 0; beat < plan.beatCount(); beat++) {
            officers[plan.sectorOfBeat(beat)]++;
        }
        for (int s = 0; s < hours.length; s++) {
            double target = officers[s] * problem.targetHours();
            double tolerance = problem.tolerance().sector();
            Bounds bounds = new Bounds(Math.max(0, target * (1 - tolerance)), target * (1 + tolerance));
            if (bounds.excess(hours[s]) > ROUNDING * Math.max(1, target)) {
                double bound = hours[s] > bounds.upper() ? bounds.upper() : bounds.lower();
                Reason why = sectorReason(s);
                add(Kind.SECTOR_HOURS, Place.sector(s), hours[s], bound, why);
            }
        }
    }

    private Reason sectorReason(int sector) {
        boolean fixed = true;
        for (int beat = 0; beat < plan.beatCount(); beat++) {
            fixed &= plan.sectorOfBeat(beat) != sector || problem.fixedBeats().contains(beat);
        }
        return fixed
                ? new Reason(Cause.FIXED, "all its beats are fixed as they are")
                : Reason.notFound("no better division into sectors of whole officers and connected units was found");
    }

    private void residents() {
        problem.beatResidents().ifPresent(bounds -> {
            double[] residents = new double[plan.beatCount()];
            for (int u = 0; u < problem.unitCount(); u++) {
                residents[plan.beatOf(u)] += problem.unit(u).residents();
            }
            for (int beat = 0; beat < residents.length; beat++) {
                if (bounds.excess(residents[beat]) > ROUNDING * Math.max(1, bounds.upper())) {
                    double bound = residents[beat] > bounds.upper() ? bounds.upper() : bounds.lower();
                    Reason why = problem.fixedBeats().contains(beat)
                            ? new Reason(Cause.FIXED, "the beat is fixed as it is")
                            : Reason.notFound("hours and residents ask for different sizes here");
                    add(Kind.BEAT_RESIDENTS, Place.beat(beat), residents[beat], bound, why);
                }
            }
        });
    }

    private void officers() {
        List<Integer> wanted = new ArrayList<>(problem.staffing().teams());
        int[] have = new int[plan.sectorCount()];
        for (int beat = 0; beat < plan.beatCount(); beat++) {
            have[plan.sectorOfBeat(beat)]++;
        }
        for (int s = 0; s < have.length; s++) {
            if (!wanted.remove(Integer.valueOf(have[s]))) {
                Reason why = new Reason(
                        Cause.PARTS_AND_TEAMS, "the connected parts of the district do not take the teams as fixed");
                add(
                        Kind.SECTOR_OFFICERS,
                        Place.sector(s),
                        have[s],
                        problem.staffing().teams().get(0),
                        why);
            }
        }
    }

    private void locks() {
        problem.locks().forEach((unit, beat) -> {
            if (plan.beatOf(unit) != beat) {
                Reason why = new PlaceReason(problem).lock(unit, beat);
                add(Kind.LOCK, place(unit), plan.beatOf(unit) + 1.0, beat + 1.0, why);
            }
        });
    }

    private void groups() {
        for (int[] group : problem.together()) {
            for (int unit : group) {
                if (plan.beatOf(unit) != plan.beatOf(group[0])) {
                    Reason why = new PlaceReason(problem).together(unit, group[0]);
                    add(Kind.TOGETHER, place(unit), plan.beatOf(unit) + 1.0, plan.beatOf(group[0]) + 1.0, why);
                }
            }
        }
        for (int[] group : problem.apart()) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (plan.beatOf(group[i]) == plan.beatOf(group[j])) {
                        double beat = plan.beatOf(group[i]) + 1.0;
                        Reason why = new PlaceReason(problem).apart(group[i], group[j], group);
                        add(Kind.APART, place(group[i]), beat, beat, why);
                    }
                }
            }
        }
    }

    private void fixedBeats(Optional<Plan> madeFrom) {
        if (madeFrom.isEmpty() && !problem.hasInForce()) {
            return;
        }
        for (int beat : new TreeSet<>(problem.fixedBeats())) {
            int changed = 0;
            for (int u = 0; u < problem.unitCount(); u++) {
                int before = madeFrom.isPresent() ? madeFrom.get().beatOf(u) : problem.inForceBeatOf(u);
                changed += (before == beat) == (plan.beatOf(u) == beat) ? 0 : 1;
            }
            if (changed > 0) {
                Reason why = Reason.notFound("it was to stay as it is, but is in pieces or its sector is");
                add(Kind.FIXED_BEAT, Place.beat(beat), changed, 0, why);
            }
        }
    }

    private Place place(int unit) {
        return Place.unit(problem.unit(unit).id());
    }

    private void add(Kind kind, Place where, double value, double bound, Reason why) {
        found.add(new Violation(kind, where, value, bound, why.cause(), why.words()));
    }
}
