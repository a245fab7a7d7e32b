package org.copse.server.proposal;

import java.util.List;
import java.util.Map;
import org.copse.planning.note.Note;
import org.copse.planning.plan.ScorePoint;
import org.copse.planning.workload.IncidentTotals;
import org.jspecify.annotations.Nullable;

/**
 * A proposal on the wire, as it is stored. Beats and sectors are numbered from 1, hours are officer-hours per month, deviations signed
 * shares of the target.
 *
 * @param criteria what each criterion does to the first alternative; each alternative has its own, too
 * @param notes what a reader has to know
 * @param cancelled whether the search was cancelled; the plans are the best until then
 * @param inForce the areas in force, measured as the alternatives are; null without areas in force
 * @param counted what the layers brought into the count
 * @param withoutMix the same problem solved without the mix of the population; null when the mix was not used
 */
record ProposalDocument(
        List<AlternativeView> alternatives,
        List<CriterionView> criteria,
        List<Note> notes,
        long seed,
        double elapsedSeconds,
        long iterations,
        boolean cancelled,
        @Nullable InForceView inForce,
        CountedView counted,
        @Nullable TwinView withoutMix) {

    /**
     * The areas in force as a plan: the same hours, shared out over as many beats as there are areas.
     *
     * @param unitsAdded units in no area, which count to the nearest one
     */
    record InForceView(MeasuresView measures, int unitsAdded) {}

    /**
     * What the layers brought.
     *
     * @param barrierLinksCut pairs of units that are no neighbours because of barriers
     * @param crossingLinks pairs that are neighbours thanks to a crossing
     * @param cutByBarrier those that are no neighbours, by the barrier's category: river, railway; none where barriers have no categories
     * @param places focal places by their type
     * @param incidents which incidents counted, by category
     */
    record CountedView(
            int barrierLinksCut,
            int crossingLinks,
            Map<String, Integer> cutByBarrier,
            Map<String, Integer> places,
            IncidentTotals incidents) {}

    /**
     * One alternative.
     *
     * @param terms the soft terms in use, each without its weight; lower is better
     * @param bound how far it can be from the most compact plan; null where nothing is proven
     * @param remedy what would help where a bound is not kept; null for a plan that keeps them all
     * @param boundaries why boundaries run where they do, the longest stretches first
     */
    record AlternativeView(
            String favour,
            double score,
            MeasuresView measures,
            Map<String, Double> terms,
            @Nullable BoundView bound,
            List<SectorView> sectors,
            List<BeatView> beats,
            List<ViolationView> violations,
            @Nullable RemedyView remedy,
            List<BoundaryView> boundaries,
            List<CriterionView> criteria,
            List<ScorePoint> scoreOverTime) {}

    /**
     * How far a plan can be from the most compact one, proven; distances are exact.
     *
     * @param lower no connected plan within the bounds of hours has less inertia about units, in hours · m²
     * @param inertiaAboutUnits the plan's
     * @param gap the share by which the plan could at most be better
     */
    record BoundView(double lower, double inertiaAboutUnits, double gap) {}

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
    record BoundaryView(
            List<String> beats, String cause, @Nullable String term, int edges, double kilometres, double by) {}

    /**
     * The plan as a whole.
     *
     * @param maxDeviation largest, of all beats, without sign
     * @param meanDeviation mean, of all beats, without sign
     * @param load hours to do over hours that the officers have; 1 is full
     * @param officersNeeded officers that the hours would need, not rounded
     * @param meanPolsbyPopper of the beats' land as it is drawn
     * @param meanReock mean share that a beat's land has of the smallest circle around it
     * @param longestWalkKilometres of any beat, from neighbour to neighbour
     * @param barriersCrossed neighbours in one beat with a barrier between them
     * @param residentsChanging residents whose beat is another than in force
     */
    record MeasuresView(
            int officers,
            double hours,
            double residents,
            double maxDeviation,
            double meanDeviation,
            double load,
            double officersNeeded,
            double meanPolsbyPopper,
            double meanReock,
            double longestWalkKilometres,
            int barriersCrossed,
            double cutKilometres,
            int communitiesKept,
            int communitiesSplit,
            double residentsChanging) {}

    /** One sector. */
    record SectorView(
            String id,
            int officers,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            double areaSquareKilometres) {}

    /**
     * One beat.
     *
     * @param name what people call it: after the neighbourhood or the area in force that covers most of it
     * @param residentsEstimated whether the residents of any of its units were estimated
     * @param hoursByTerm hours by the six terms of workload
     * @param incidents that count as conflict, as recorded, over the whole period
     * @param incidentsPerMonth the same a month
     * @param incidentsPerMonthSmoothed the same smoothed towards the district's rate, which the hours are reckoned with; over all beats as
     *     many as recorded
     * @param polsbyPopper of its land as it is drawn
     * @param reock its land over the smallest circle around it
     * @param longestWalkKilometres between two of its units, from neighbour to neighbour
     * @param barriersCrossed neighbours in it with a barrier between them
     * @param communitiesKept communities that are here as a whole
     * @param communitiesSplit communities that are here and in other beats
     * @param residentsChanging residents who had another officer in force
     * @param warnings what to know of its hours before relying on them
     */
    record BeatView(
            String id,
            String name,
            String sector,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            boolean residentsEstimated,
            double areaSquareKilometres,
            int units,
            Map<String, Double> hoursByTerm,
            long incidents,
            double incidentsPerMonth,
            double incidentsPerMonthSmoothed,
            double polsbyPopper,
            double reock,
            double longestWalkKilometres,
            int barriersCrossed,
            int communitiesKept,
            int communitiesSplit,
            double residentsChanging,
            List<Note> warnings) {}

    /**
     * A bound that a plan does not keep.
     *
     * @param by by how much it is missed
     * @param cause why, as a code
     * @param why the same in words
     */
    record ViolationView(
            String kind, PlaceView where, double value, double bound, double by, String cause, String why) {}

    /**
     * What one criterion does to a plan.
     *
     * @param outcome seen, within-chance, no-hours, all-hours or no-time
     * @param unitsChanging units that are in another beat when the plan settles without the criterion
     * @param residentsChanging residents of these units
     * @param unitsByChance units that chance accounts for
     * @param residentsByChance residents that chance accounts for
     */
    record CriterionView(
            String criterion,
            double hours,
            double share,
            String outcome,
            int unitsChanging,
            double residentsChanging,
            int unitsByChance,
            double residentsByChance) {}

    /**
     * The twin.
     *
     * @param alternatives one for each of the proposal's
     */
    record TwinView(List<TwinAlternative> alternatives) {}

    /**
     * One alternative without the mix.
     *
     * @param outcome seen, within-chance, no-hours, all-hours or no-time: whether more differs than changes by chance
     * @param unitsDiffering units that are in another beat than with the mix
     * @param residentsDiffering residents of these units
     * @param unitsByChance units that chance accounts for
     * @param residentsByChance residents that chance accounts for
     */
    record TwinAlternative(
            String favour,
            MeasuresView measures,
            String outcome,
            int unitsDiffering,
            double residentsDiffering,
            int unitsByChance,
            double residentsByChance) {}
}
