package org.copse.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.Remedy;
import org.copse.planning.plan.Violation;
import org.copse.planning.plan.Violation.Kind;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;

/** Finds out what would help a plan that keeps not every bound. */
public final class Remedies {
    private static final Set<Kind> OF_HOURS = EnumSet.of(Kind.BEAT_HOURS, Kind.SECTOR_HOURS);
    private static final double ROUNDING = 1e-9;
    private static final double THOUSANDTHS = 1e3;
    private static final int MOST_SEARCHES = 12;
    private static final int SEARCHES_ONE_WAY = 6;
    private static final int SINGLE_STEPS = 3;
    private static final int MOST_UNITS = 10_000;
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(1);
    private static final long FEWEST_ITERATIONS = 20_000;

    private final PlanningProblem problem;
    private final Budget budget;
    private final CancelSignal cancel;
    private final PossibleBeats possible;
    private final Optional<Instant> end;
    private int searches;

    private Remedies(PlanningProblem problem, Budget budget, CancelSignal cancel) {
        this.problem = problem;
        this.budget = share(budget);
        this.cancel = cancel;
        this.possible = new PossibleBeats(problem);
        this.end = budget.time().map(Instant.now()::plus);
    }

    /**
     * Returns what would help each alternative that keeps not every bound, by its favour. Another number of beats is looked for by searching, at most twelve
     * times a twelfth of the budget and never over a second each, and none is begun when the budget's time is over; not in districts of more than 10,000 units, and not where locks or fixed beats name
     * beats by number.
     */
    public static Map<Favour, Remedy> of(
            PlanningProblem problem, PlanningResult result, Budget budget, CancelSignal cancel) {
        if (result.alternatives().stream().allMatch(Alternative::feasible)) {
            return Map.of();
        }
        OptionalInt beats = new Remedies(problem, budget, cancel).beats();
        List<String> unitsToDivide = unitsToDivide(problem);
        Map<Favour, Remedy> remedies = new EnumMap<>(Favour.class);
        for (Alternative alternative : result.alternatives()) {
            if (!alternative.feasible()) {
                OptionalDouble tolerance = tolerance(problem, alternative.plan(), alternative.violations());
                remedies.put(alternative.favour(), new Remedy(tolerance, beats, unitsToDivide));
            }
        }
        return remedies;
    }

    /**
     * Returns a number of beats for which a plan that keeps every bound was found: the problem's own where that is one, else another as above.
     */
    public static OptionalInt beatsThatDo(PlanningProblem problem, Budget budget, CancelSignal cancel) {
        Remedies remedies = new Remedies(problem, budget, cancel);
        int asked = problem.beatCount();
        return remedies.possible.is(asked) && remedies.isMet(asked) ? OptionalInt.of(asked) : remedies.beats();
    }

    private static OptionalDouble tolerance(PlanningProblem problem, Plan plan, List<Violation> violations) {
        if (problem.explicitBeatHours().isPresent()
                || violations.stream().anyMatch(violation -> !OF_HOURS.contains(violation.kind()))) {
            return OptionalDouble.empty();
        }
        PlanMeasures measures = PlanMeasures.of(problem, plan);
        double least = measures.maxDeviation();
        if (plan.sectorCount() > 1) {
            double ofSectors = measures.sectors().stream()
                    .mapToDouble(sector -> Math.abs(sector.deviation()))
                    .max()
                    .orElse(0);
            least = Math.max(least, ofSectors);
        }
        double rounded = Math.ceil(least * THOUSANDTHS - ROUNDING) / THOUSANDTHS;
        boolean enough = rounded <= 1
                && HardConstraints.violations(
                                problem.with()
                                        .tolerance(Tolerance.ofBeats(rounded))
                                        .build(),
                                plan)
                        .isEmpty();
        return enough ? OptionalDouble.of(rounded) : OptionalDouble.empty();
    }

    /** Returns the units that alone have more hours than a beat may have, the ones with most first. */
    private static List<String> unitsToDivide(PlanningProblem problem) {
        double most = problem.beatHours().upper();
        return problem.units().stream()
                .filter(unit -> unit.hours() > most + ROUNDING * Math.max(1, most))
                .sorted((a, b) -> Double.compare(b.hours(), a.hours()))
                .map(PlanningUnit::id)
                .toList();
    }

    private OptionalInt beats() {
        if (problem.unitCount() > MOST_UNITS
                || problem.explicitBeatHours().isPresent()
                || !problem.locks().isEmpty()
                || !problem.fixedBeats().isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt fewer = nearest(-1, SEARCHES_ONE_WAY);
        return fewer.isPresent() ? fewer : nearest(1, searches + SEARCHES_ONE_WAY);
    }

    /** Steps away from the present number, after three steps each twice as long, until a plan is found; then halves what was stepped over. */
    private OptionalInt nearest(int direction, int lastSearch) {
        int failed = problem.beatCount();
        int found = 0;
        for (int tried = 0; found == 0 && searches < lastSearch; tried++) {
            int step = 1 << Math.max(0, tried - SINGLE_STEPS + 1);
            int next = firstPossible(failed + direction * step, direction);
            if (next == 0) {
                return OptionalInt.empty();
            }
            if (isMet(next)) {
                found = next;
            } else {
                failed = next;
            }
        }
        while (found != 0 && Math.abs(found - failed) > 1 && searches < MOST_SEARCHES) {
            int middle = (found + failed) / 2;
            if (possible.is(middle) && isMet(middle)) {
                found = middle;
            } else {
                failed = middle;
            }
        }
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Returns the first number of beats from here on that simple counting does not exclude; 0 when there is none. */
    private int firstPossible(int from, int direction) {
        for (int beats = from; beats >= 1 && beats <= problem.unitCount(); beats += direction) {
            if (possible.is(beats)) {
                return beats;
            }
        }
        return 0;
    }

    private boolean isMet(int beats) {
        if (cancel.isCancelled() || end.filter(Instant.now()::isAfter).isPresent()) {
            searches = MOST_SEARCHES;
            return false;
        }
        searches++;
        Optional<Staffing> staffing = staffing(beats);
        return staffing.isPresent()
                && new Planner()
                        .propose(
                                problem.with().staffing(staffing.get()).build(),
                                Set.of(Favour.BALANCED),
                                budget,
                                PlanningListener.SILENT,
                                cancel)
                        .first()
                        .feasible();
    }

    /** Returns the staffing asked for with another number of officers; empty when its teams do not come out. */
    private Optional<Staffing> staffing(int officers) {
        Staffing asked = problem.staffing();
        try {
            return Optional.of(
                    asked instanceof Staffing.TeamSize size
                            ? Staffing.teamSize(officers, size.min(), size.max())
                            : Staffing.sectors(
                                    officers, Math.min(officers, asked.teams().size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Budget share(Budget budget) {
        Budget part = budget.time()
                .map(time -> {
                    Duration share = time.dividedBy(MOST_SEARCHES);
                    return Budget.time(share.compareTo(LONGEST_SEARCH) < 0 ? share : LONGEST_SEARCH, budget.seed());
                })
                .orElseGet(() -> Budget.iterations(
                        Math.max(FEWEST_ITERATIONS, budget.iterations().orElse(0) / MOST_SEARCHES), budget.seed()));
        return part.withThreads(budget.threads());
    }
}
