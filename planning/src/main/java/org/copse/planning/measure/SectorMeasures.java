package org.copse.planning.measure;

/**
 * The numbers of one sector.
 *
 * @param sector the sector, from 0
 * @param officers its officers, which are its beats
 * @param hours workload in officer-hours per month
 * @param targetHours the workload of so many officers on average
 * @param residents people who live there
 * @param areaSquareMetres sum of its units' areas
 */
public record SectorMeasures(
        int sector, int officers, double hours, double targetHours, double residents, double areaSquareMetres) {

    /** Returns how far the hours are from the target, as a signed share of it; 0 when there is no target. */
    public double deviation() {
        return targetHours > 0 ? (hours - targetHours) / targetHours : 0;
    }
}
