package org.copse.planning.objective;

/**
 * The hours that beats and sectors must keep to, one by one.
 *
 * @param target aimed-at hours of each beat
 * @param beatLower least hours of each beat
 * @param beatUpper most hours of each beat
 * @param sectorLower least hours of each sector
 * @param sectorUpper most hours of each sector
 */
public record HoursBounds(
        double[] target, double[] beatLower, double[] beatUpper, double[] sectorLower, double[] sectorUpper) {}
