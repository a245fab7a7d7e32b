package org.copse.planning.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation;
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

    /** Returns what the plan does not keep: pieces and empty beats first, then hours, then locks and groups. Empty when feasible. */
    public static List<Violation> violations(PlanningProblem problem, Plan plan) {
        HardConstraints check = new HardConstraints(problem, plan);
        check.pieces();
        check.beatHours();
        check.sectorHours();
        check.residents();
        check.officers();
        check.locks();
        check.groups();
        return List.copyOf(check.found);
    }

    private void pieces() {
        int[] beatPieces = Pieces.count(problem.graph(), plan::beatOf, plan.beatCount());
        for (int beat = 0; beat < beatPieces.length; beat++) {
            if (beatPieces[beat] == 0) {
                add(Kind.BEAT_EMPTY, "beat " + (beat + 1), 0, 1, "the beat has no unit");
            } else if (beatPieces[beat] > 1) {
                add(Kind.BEAT_IN_PIECES, "beat " + (beat + 1), beatPieces[beat], 1, whyInPieces(beat, plan::beatOf));
            }
        }
        if (plan.sectorCount() > 1) {
            int[] sectorPieces = Pieces.count(problem.graph(), plan::sectorOfUnit, plan.sectorCount());
            for (int sector = 0; sector < sectorPieces.length; sector++) {
                if (sectorPieces[sector] > 1) {
                    String why = whyInPieces(sector, plan::sectorOfUnit);
                    add(Kind.SECTOR_IN_PIECES, "sector " + (sector + 1), sectorPieces[sector], 1, why);
                }
            }
        }
    }

    private String whyInPieces(int label, java.util.function.IntUnaryOperator labelOf) {
        int[] component = problem.graph().components();
        Set<Integer> parts = new HashSet<>();
        for (int u = 0; u < problem.unitCount(); u++) {
            if (labelOf.applyAsInt(u) == label) {
                parts.add(component[u]);
            }
        }
        return parts.size() > 1
                ? "its units lie on " + parts.size() + " parts of the district that are not connected"
                : "its units are not all reachable from one another inside it";
    }

    private void beatHours() {
        Bounds bounds = problem.beatHours();
        double[] hours = new double[plan.beatCount()];
        int[] heaviest = new int[plan.beatCount()];
        java.util.Arrays.fill(heaviest, -1);
        for (int u = 0; u < problem.unitCount(); u++) {
            int beat = plan.beatOf(u);
            hours[beat] += problem.unit(u).hours();
            if (heaviest[beat] < 0
                    || problem.unit(u).hours() > problem.unit(heaviest[beat]).hours()) {
                heaviest[beat] = u;
            }
        }
        BeatHoursReason reason = new BeatHoursReason(problem, plan);
        for (int beat = 0; beat < hours.length; beat++) {
            if (heaviest[beat] >= 0 && bounds.excess(hours[beat]) > ROUNDING * Math.max(1, bounds.upper())) {
                boolean over = hours[beat] > bounds.upper();
                double bound = over ? bounds.upper() : bounds.lower();
                String why = over ? reason.over(heaviest[beat]) : reason.under(beat);
                add(Kind.BEAT_HOURS, "beat " + (beat + 1), hours[beat], bound, why);
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
                String why = "no better division into sectors of whole officers and connected units was found";
                add(Kind.SECTOR_HOURS, "sector " + (s + 1), hours[s], bound, why);
            }
        }
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
                    String why = "hours and residents ask for different sizes here";
                    add(Kind.BEAT_RESIDENTS, "beat " + (beat + 1), residents[beat], bound, why);
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
                String why = "the connected parts of the district do not take the teams as fixed";
                add(
                        Kind.SECTOR_OFFICERS,
                        "sector " + (s + 1),
                        have[s],
                        problem.staffing().teams().get(0),
                        why);
            }
        }
    }

    private void locks() {
        problem.locks().forEach((unit, beat) -> {
            if (plan.beatOf(unit) != beat) {
                String why =
                        "the unit is locked to beat " + (beat + 1) + " but not connected with it inside the bounds";
                add(Kind.LOCK, unitName(unit), plan.beatOf(unit) + 1.0, beat + 1.0, why);
            }
        });
    }

    private void groups() {
        for (int[] group : problem.together()) {
            for (int unit : group) {
                if (plan.beatOf(unit) != plan.beatOf(group[0])) {
                    String why = "it must be in one beat with " + unitName(group[0]);
                    add(Kind.TOGETHER, unitName(unit), plan.beatOf(unit) + 1.0, plan.beatOf(group[0]) + 1.0, why);
                }
            }
        }
        for (int[] group : problem.apart()) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (plan.beatOf(group[i]) == plan.beatOf(group[j])) {
                        double beat = plan.beatOf(group[i]) + 1.0;
                        String why = "it must not be in one beat with " + unitName(group[j]);
                        add(Kind.APART, unitName(group[i]), beat, beat, why);
                    }
                }
            }
        }
    }

    private String unitName(int unit) {
        return "unit " + problem.unit(unit).id();
    }

    private void add(Kind kind, String where, double value, double bound, String why) {
        found.add(new Violation(kind, where, value, bound, why));
    }
}
