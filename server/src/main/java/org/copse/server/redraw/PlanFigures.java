package org.copse.server.redraw;

import java.util.List;
import java.util.Map;
import org.copse.server.permission.Permission;
import org.springframework.security.core.Authentication;

/**
 * What a working plan is worth, as it goes over the wire. Hours are officer-hours per month, deviations signed shares of the target.
 *
 * @param beats in the order of their numbers
 * @param sectors in the order of their numbers
 */
record PlanFigures(Totals plan, List<OfBeat> beats, List<OfSector> sectors) {
    PlanFigures {
        beats = List.copyOf(beats);
        sectors = List.copyOf(sectors);
    }

    /**
     * The plan as a whole; what {@code copse plan} reports under the same names.
     *
     * @param officers one for each beat
     * @param hours of the whole district
     * @param residents of the whole district
     * @param targetHours of each beat
     * @param lowerHours the least that a beat is to have
     * @param upperHours the most that a beat is to have
     * @param maxDeviation largest, of all beats, without sign
     * @param meanDeviation mean, of all beats, without sign
     * @param load hours to do over hours that the officers have; 1 is full
     * @param officersNeeded officers that the hours would need, not rounded
     * @param longestWalkKilometres of any beat, from neighbour to neighbour
     * @param barriersCrossed neighbours in one beat with a barrier between them
     * @param residentsChanging residents whose beat is another than in force, or who have none
     */
    record Totals(
            int officers,
            double hours,
            double residents,
            double targetHours,
            double lowerHours,
            double upperHours,
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
            double residentsChanging,
            int unassignedUnits,
            double unassignedResidents,
            int beatsInPieces,
            int beatsOutOfBounds,
            int emptyBeats) {}

    /**
     * One beat.
     *
     * @param pieces that its units are in, from neighbour to neighbour; 0 for an empty beat
     * @param hoursByTerm by the six terms of workload; empty where that is withheld
     * @param withinBounds whether its hours are
     */
    record OfBeat(
            int number,
            int sector,
            int units,
            double hours,
            double deviation,
            double residents,
            double areaSquareKilometres,
            double polsbyPopper,
            double reock,
            int pieces,
            int communitiesKept,
            int communitiesSplit,
            double residentsChanging,
            int barriersCrossed,
            double longestWalkKilometres,
            Map<String, Double> hoursByTerm,
            boolean withinBounds) {

        private OfBeat withheld() {
            return new OfBeat(
                    number,
                    sector,
                    units,
                    hours,
                    deviation,
                    residents,
                    areaSquareKilometres,
                    polsbyPopper,
                    reock,
                    pieces,
                    communitiesKept,
                    communitiesSplit,
                    residentsChanging,
                    barriersCrossed,
                    longestWalkKilometres,
                    Map.of(),
                    withinBounds);
        }
    }

    /** One sector; {@code pieces} as of a beat. */
    record OfSector(
            int number,
            int officers,
            double hours,
            double targetHours,
            double deviation,
            double residents,
            double areaSquareKilometres,
            int pieces) {}

    /** Returns the figures as an account may see them: hours by term tell of groups and of places of worship, which is special about people. */
    PlanFigures shownTo(Authentication account) {
        return Permission.LAYER_READ_SPECIAL.isHeldBy(account)
                ? this
                : new PlanFigures(plan, beats.stream().map(OfBeat::withheld).toList(), sectors);
    }
}
