package org.copse.server.export;

import java.util.List;
import java.util.Map;
import org.copse.geoimport.district.CriterionEffect;
import org.copse.planning.measure.PlanBefore;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.note.Note;
import org.copse.planning.workload.IncidentTotals;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.proposal.PlaceView;
import org.copse.server.proposal.RemedyView;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} says of one plan. Hours are officer-hours per month; shares and deviations are fractions of 1;
 * beats and sectors are numbered from 1.
 *
 * @param favour what the plan puts first
 * @param feasible whether every bound is kept
 * @param plan the plan as a whole
 * @param criteria what each criterion does to it
 * @param violations bounds that are not kept, by name
 * @param remedy what would help where a bound is not kept; null where all are
 * @param inForce the areas in force, by the same measures; null without them
 * @param sectors by sector
 * @param beats by beat
 * @param unitsWithEstimatedResidents ids of units whose residents are an estimate
 * @param incidents which incidents counted as conflict
 * @param weights every weight that was used
 * @param boundaries why boundaries run where they do, the longest stretches first
 * @param notes what a reader has to know
 * @param run how the plan was searched for
 * @param bound how far the plan can be from the most compact one; null where nothing was proven
 * @param withoutMix how the twin without the mix compares; null when the mix was not used
 */
public record PlanReport(
        String favour,
        boolean feasible,
        Whole plan,
        List<CriterionEffect> criteria,
        List<Bound> violations,
        @Nullable RemedyView remedy,
        @Nullable InForce inForce,
        List<Sector> sectors,
        List<Beat> beats,
        List<Boundary> boundaries,
        List<String> unitsWithEstimatedResidents,
        IncidentTotals incidents,
        WorkloadWeights weights,
        List<Note> notes,
        Run run,
        @Nullable CompactnessBound bound,
        @Nullable TwinView withoutMix) {

    /**
     * The plan as a whole.
     *
     * @param officersFrom "given" or the norm profile that set them
     * @param load hours over the hours that the officers have
     * @param officersNeeded how many officers the hours would need
     * @param inertia Σ hours · metres² about the mean of each beat
     * @param inertiaAboutUnits the same about the best unit of each beat
     * @param longestWalkKilometres of any beat, from neighbour to neighbour
     * @param barriersCrossed neighbours in one beat with a barrier between them
     * @param terms the soft terms in use, each without its weight; lower is better
     * @param residentsChanging residents whose beat is another than in force; null without areas in force
     */
    record Whole(
            int units,
            int officers,
            String officersFrom,
            int sectors,
            double residents,
            double residentsEstimated,
            double hours,
            double targetHours,
            Map<String, Double> hoursByTerm,
            double load,
            double officersNeeded,
            double tolerance,
            double maxDeviation,
            double meanDeviation,
            double maxSectorDeviation,
            double meanPolsbyPopper,
            double meanReock,
            double longestWalkKilometres,
            int barriersCrossed,
            double inertia,
            double inertiaAboutUnits,
            double cutKilometres,
            @Nullable Integer communitiesSplit,
            @Nullable Integer communitiesKept,
            @Nullable Double residentsChanging,
            Map<String, Double> terms,
            double score) {}

    /**
     * The areas in force as a plan: the same hours, shared out over as many beats as there are areas.
     *
     * @param unitsAdded units in no area, which count to the nearest one
     */
    record InForce(
            int beats,
            int unitsAdded,
            double load,
            double maxDeviation,
            double meanDeviation,
            double meanPolsbyPopper,
            double meanReock,
            double longestWalkKilometres,
            int barriersCrossed,
            double cutKilometres,
            int communitiesSplit,
            int communitiesKept) {
        static InForce of(PlanBefore before, List<Shape> shapes, double load) {
            PlanMeasures measures = before.measures();
            return new InForce(
                    before.plan().beatCount(),
                    before.unitsAdded(),
                    PlanTables.rounded(load),
                    PlanTables.rounded(measures.maxDeviation()),
                    PlanTables.rounded(measures.meanDeviation()),
                    PlanTables.rounded(shapes.stream()
                            .mapToDouble(Shape::polsbyPopper)
                            .average()
                            .orElse(0)),
                    PlanTables.rounded(
                            shapes.stream().mapToDouble(Shape::reock).average().orElse(0)),
                    PlanTables.rounded(measures.longestWalkMetres() / 1000),
                    measures.barriersCrossed(),
                    PlanTables.rounded(measures.cutMetres() / 1000),
                    measures.communitiesSplit(),
                    measures.communitiesKept());
        }
    }

    /**
     * A bound that is not kept.
     *
     * @param kind which
     * @param where the beat, sector or unit
     * @param value what the plan has
     * @param bound what was asked
     * @param by by how much it is missed
     * @param cause why, as a code
     * @param why the same in words
     */
    public record Bound(
            String kind, PlaceView where, double value, double bound, double by, String cause, String why) {}

    /**
     * A stretch of the boundary between two beats.
     *
     * @param beats the two
     * @param cause what holds it: connection, bounds, lock, term or nothing
     * @param term the soft term that would worsen most; null unless the cause is a term
     * @param edges pairs of neighbours that it runs between
     * @param kilometres its length; 0 where boundaries are not measured
     * @param by the least by which the cause stands against moving it: score for a term, beats for bounds, a number for locks
     */
    record Boundary(List<String> beats, String cause, @Nullable String term, int edges, double kilometres, double by) {}

    /** One sector. */
    record Sector(
            String id,
            int officers,
            List<String> beats,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            boolean residentsEstimated,
            double areaSquareKilometres,
            Map<String, Double> hoursByTerm) {}

    /**
     * One beat.
     *
     * @param name what people call it: after the neighbourhood or the area in force that covers most of it
     * @param polsbyPopper of its land as it is drawn
     * @param reock its land over the smallest circle around it
     * @param longestWalkKilometres between two of its units, from neighbour to neighbour
     * @param communitiesSplit communities that are here and in other beats; null without communities
     * @param residentsChanging residents who had another officer in force; null without areas in force
     * @param incidents those that count as conflict, over the whole period, as recorded
     * @param incidentsPerMonth the same a month
     * @param incidentsPerMonthSmoothed the same smoothed towards the district's rate: what the hours are reckoned with
     */
    record Beat(
            String id,
            String name,
            String sector,
            int units,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            boolean residentsEstimated,
            double areaSquareKilometres,
            double polsbyPopper,
            double reock,
            double longestWalkKilometres,
            int barriersCrossed,
            @Nullable Integer communitiesKept,
            @Nullable Integer communitiesSplit,
            @Nullable Double residentsChanging,
            Map<String, Double> hoursByTerm,
            long incidents,
            double incidentsPerMonth,
            double incidentsPerMonthSmoothed,
            double reactiveShare,
            List<Note> warnings) {}

    /**
     * How the plan was searched for.
     *
     * @param budget as asked: a time or a number of iterations
     * @param elapsedSeconds of the search
     * @param totalSeconds from the first file read to the report written
     * @param peakMegabytes the most heap that was in use
     */
    record Run(
            long seed,
            String budget,
            double elapsedSeconds,
            long iterations,
            boolean cancelled,
            double totalSeconds,
            long peakMegabytes,
            List<Map<String, Double>> scoreOverTime) {}

    /**
     * The twin: where it is, and what differs.
     *
     * @param outcome whether more differs than changes by chance
     * @param unitsByChance units that chance accounts for
     * @param residentsByChance residents that chance accounts for
     */
    record TwinView(
            String folder,
            CriterionEffect.Outcome outcome,
            int unitsInAnotherBeat,
            double residentsInAnotherBeat,
            int unitsByChance,
            double residentsByChance,
            double maxDeviation,
            boolean feasible) {}
}
