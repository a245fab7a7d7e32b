package org.copse.planning.measure;

/**
 * The numbers of one beat.
 *
 * @param beat the beat, from 0
 * @param sector its sector, from 0
 * @param units how many units it has
 * @param hours workload in officer-hours per month
 * @param targetHours the workload that was aimed at
 * @param residents people who live there
 * @param areaSquareMetres sum of its units' areas
 * @param perimeterMetres outer boundary: units' perimeters less what they share inside the beat
 * @param polsbyPopper 4π·area/perimeter², 1 for a disc; 0 when area or perimeter is unknown
 * @param inertia moment of inertia in hours·m², taken as the problem says
 * @param barrierMinutes detour minutes across barriers between neighbours inside the beat
 * @param barriersCrossed neighbours inside the beat with a barrier between them
 * @param longestWalkMetres the greatest distance between two of its units, from neighbour to neighbour and straight from centre to centre
 * @param communitiesKept communities that are in this beat as a whole
 * @param communitiesSplit communities that are in this beat and in others
 * @param residentsChanging residents of this beat who had another officer in force; 0 without areas in force
 */
public record BeatMeasures(
        int beat,
        int sector,
        int units,
        double hours,
        double targetHours,
        double residents,
        double areaSquareMetres,
        double perimeterMetres,
        double polsbyPopper,
        double inertia,
        double barrierMinutes,
        int barriersCrossed,
        double longestWalkMetres,
        int communitiesKept,
        int communitiesSplit,
        double residentsChanging) {

    /** Returns how far the hours are from the target, as a signed share of it; 0 when there is no target. */
    public double deviation() {
        return targetHours > 0 ? (hours - targetHours) / targetHours : 0;
    }
}
