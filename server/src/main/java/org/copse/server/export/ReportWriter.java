package org.copse.server.export;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.geoimport.district.CriterionEffect;
import org.copse.geoimport.district.District;
import org.copse.planning.Planner;
import org.copse.planning.measure.PlanBefore;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.Remedy;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.workload.WorkloadTable;
import org.copse.server.proposal.PlaceView;
import org.copse.server.proposal.RemedyView;
import org.jspecify.annotations.Nullable;

/** Puts together what {@code report.json} says. */
public final class ReportWriter {
    private static final double METRES_PER_KILOMETRE = 1e3;
    /** More stretches than a reader looks at, and than a file should hold: the shortest are left out. */
    private static final int MOST_STRETCHES = 500;

    private final District district;
    private final Asked asked;
    private final Map<Favour, Remedy> remedies;

    /** @param remedies what would help, by alternative */
    public ReportWriter(District district, Asked asked, Map<Favour, Remedy> remedies) {
        this.district = district;
        this.asked = asked;
        this.remedies = remedies;
    }

    /**
     * What a report says of the question.
     *
     * @param officersFrom where the number of officers comes from: given, or a norm profile
     * @param budget how long the search was to take, in words
     * @param beganNanos when the first file was read, by {@link System#nanoTime()}
     */
    public record Asked(String officersFrom, String budget, long beganNanos) {}

    PlanReport report(
            PlanningProblem problem,
            PlanTables tables,
            PlanningResult result,
            List<CriterionEffect> criteria,
            PlanReport.@Nullable TwinView twin,
            boolean isTwin) {
        Alternative alternative = tables.alternative();
        List<Note> notes = new ArrayList<>(tables.hours().notes());
        notes.addAll(district.report().notes());
        notes.addAll(result.notes());
        return new PlanReport(
                name(alternative.favour()),
                alternative.feasible(),
                whole(problem, tables),
                criteria.stream().map(ReportWriter::rounded).toList(),
                bounds(alternative),
                isTwin ? null : RemedyView.of(remedies.get(alternative.favour())),
                inForce(problem, tables),
                tables.sectors(),
                tables.beats(),
                boundaries(problem, alternative),
                estimatedUnits(),
                tables.hours().incidents(),
                tables.hours().weights(),
                notes,
                run(result, alternative),
                CompactnessBound.of(result, alternative),
                twin);
    }

    private PlanReport.@Nullable InForce inForce(PlanningProblem problem, PlanTables tables) {
        return PlanBefore.of(problem)
                .map(before -> PlanReport.InForce.of(
                        before,
                        tables.shapesOf(before.plan()),
                        tables.hours().load(before.plan().beatCount())))
                .orElse(null);
    }

    /** Returns a favour as the command line spells it. */
    public static String name(Favour favour) {
        return code(favour);
    }

    private static CriterionEffect rounded(CriterionEffect effect) {
        return new CriterionEffect(
                effect.criterion(),
                PlanTables.rounded(effect.hours()),
                PlanTables.rounded(effect.share()),
                effect.outcome(),
                effect.unitsChanging(),
                Math.round(effect.residentsChanging()),
                effect.unitsByChance(),
                Math.round(effect.residentsByChance()));
    }

    public static List<PlanReport.Bound> bounds(Alternative alternative) {
        return alternative.violations().stream()
                .map(v -> new PlanReport.Bound(
                        code(v.kind()),
                        PlaceView.of(v.where()),
                        PlanTables.rounded(v.value()),
                        PlanTables.rounded(v.bound()),
                        PlanTables.rounded(v.by()),
                        code(v.cause()),
                        v.why()))
                .toList();
    }

    private PlanReport.Whole whole(PlanningProblem problem, PlanTables tables) {
        PlanMeasures measures = tables.alternative().measures();
        WorkloadTable hours = tables.hours();
        double residents =
                district.evidence().stream().mapToDouble(u -> u.residents()).sum();
        int[] all = IntStream.range(0, district.size()).toArray();
        return new PlanReport.Whole(
                district.size(),
                problem.beatCount(),
                asked.officersFrom(),
                tables.plan().sectorCount(),
                Math.round(residents),
                Math.round(district.report().population().estimated()),
                PlanTables.rounded(hours.totalHours()),
                PlanTables.rounded(problem.targetHours()),
                PlanTables.byTerm(hours.hoursByTerm(all)),
                PlanTables.rounded(hours.load(problem.beatCount())),
                PlanTables.rounded(hours.officersNeeded()),
                problem.tolerance().beat(),
                PlanTables.rounded(measures.maxDeviation()),
                PlanTables.rounded(measures.meanDeviation()),
                PlanTables.rounded(tables.maxSectorDeviation()),
                mean(tables, Shape::polsbyPopper),
                mean(tables, Shape::reock),
                PlanTables.rounded(measures.longestWalkMetres() / METRES_PER_KILOMETRE),
                measures.barriersCrossed(),
                PlanTables.rounded(measures.inertiaAboutMeans()),
                PlanTables.rounded(measures.inertiaAboutUnits()),
                PlanTables.rounded(measures.cutMetres() / 1000),
                district.hasCommunities() ? measures.communitiesSplit() : null,
                district.hasCommunities() ? measures.communitiesKept() : null,
                district.hasInForce() ? (double) Math.round(measures.residentsChanging()) : null,
                terms(tables.alternative()),
                PlanTables.rounded(tables.alternative().score()));
    }

    private static double mean(PlanTables tables, ToDoubleFunction<Shape> figure) {
        return PlanTables.rounded(
                tables.beatShapes().stream().mapToDouble(figure).average().orElse(0));
    }

    static Map<String, Double> terms(Alternative alternative) {
        Map<String, Double> named = new LinkedHashMap<>();
        alternative.terms().forEach((term, score) -> named.put(code(term), PlanTables.rounded(score)));
        return named;
    }

    private static List<PlanReport.Boundary> boundaries(PlanningProblem problem, Alternative alternative) {
        return new Planner()
                .boundaryStretches(problem, alternative.plan(), alternative.favour(), MOST_STRETCHES).stream()
                        .map(stretch -> new PlanReport.Boundary(
                                List.of(PlanTables.label(stretch.beat()), PlanTables.label(stretch.otherBeat())),
                                code(stretch.cause()),
                                stretch.term().map(ReportWriter::code).orElse(null),
                                stretch.edges(),
                                PlanTables.rounded(stretch.metres() / METRES_PER_KILOMETRE),
                                PlanTables.rounded(stretch.by())))
                        .toList();
    }

    /** Returns a constant as reports spell it. */
    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> estimatedUnits() {
        return district.evidence().stream()
                .filter(unit -> unit.residentsEstimated())
                .map(unit -> unit.id())
                .toList();
    }

    private PlanReport.Run run(PlanningResult result, Alternative alternative) {
        return new PlanReport.Run(
                result.seed(),
                asked.budget(),
                seconds(result.elapsed()),
                result.iterations(),
                result.cancelled(),
                seconds(Duration.ofNanos(System.nanoTime() - asked.beganNanos())),
                peakMegabytes(),
                scoreOverTime(alternative));
    }

    /** The last point is the plan's own score. */
    public static List<Map<String, Double>> scoreOverTime(Alternative alternative) {
        return alternative.scoreOverTime().stream()
                .map(point -> Map.of("seconds", seconds(point.elapsed()), "score", PlanTables.rounded(point.score())))
                .toList();
    }

    /** Returns how the twin without the mix compares to the plan, whose numbers it has. */
    PlanReport.TwinView twin(CriterionEffect effect, Alternative twin, String folder) {
        return new PlanReport.TwinView(
                folder,
                effect.outcome(),
                effect.unitsChanging(),
                Math.round(effect.residentsChanging()),
                effect.unitsByChance(),
                Math.round(effect.residentsByChance()),
                PlanTables.rounded(twin.measures().maxDeviation()),
                twin.feasible());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The sum of each pool's own peak: never less than what was in use at one time. */
    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
