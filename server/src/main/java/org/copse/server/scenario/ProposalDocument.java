package org.copse.server.scenario;

import java.util.List;
import java.util.Map;
import org.copse.planning.plan.ScorePoint;
import org.jspecify.annotations.Nullable;

/**
 * A proposal on the wire, as it is stored. Beats and sectors are numbered from 1, hours are officer-hours per month, deviations signed
 * shares of the target.
 *
 * @param criteria what each criterion does to the first alternative; each alternative has its own, too
 * @param notes what a reader has to know
 * @param cancelled whether the search was cancelled; the plans are the best until then
 * @param withoutMix the same problem solved without the mix of the population; null when the mix was not used
 */
record ProposalDocument(
        List<AlternativeView> alternatives,
        List<CriterionView> criteria,
        List<String> notes,
        long seed,
        double elapsedSeconds,
        long iterations,
        boolean cancelled,
        @Nullable TwinView withoutMix) {

    /** One alternative. */
    record AlternativeView(
            String favour,
            double score,
            MeasuresView measures,
            List<SectorView> sectors,
            List<BeatView> beats,
            List<ViolationView> violations,
            List<CriterionView> criteria,
            List<ScorePoint> scoreOverTime) {}

    /**
     * The plan as a whole.
     *
     * @param maxDeviation largest, of all beats, without sign
     * @param meanDeviation mean, of all beats, without sign
     * @param load hours to do over hours that the officers have; 1 is full
     * @param officersNeeded officers that the hours would need, not rounded
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
     * @param residentsEstimated whether the residents of any of its units were estimated
     * @param hoursByTerm hours by the six terms of workload
     * @param warnings in words
     */
    record BeatView(
            String id,
            String sector,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            boolean residentsEstimated,
            double areaSquareKilometres,
            int units,
            Map<String, Double> hoursByTerm,
            double polsbyPopper,
            List<String> warnings) {}

    /** A bound that a plan does not keep. */
    record ViolationView(String kind, String where, double value, double bound, String why) {}

    /** What one criterion does to a plan. */
    record CriterionView(String criterion, double hours, double share, int unitsChanging, double residentsChanging) {}

    /**
     * The twin.
     *
     * @param alternatives one for each of the proposal's
     */
    record TwinView(List<TwinAlternative> alternatives) {}

    /**
     * One alternative without the mix.
     *
     * @param unitsDiffering units that are in another beat than with the mix, beats matched
     * @param residentsDiffering residents of these units
     */
    record TwinAlternative(String favour, MeasuresView measures, int unitsDiffering, double residentsDiffering) {}
}
