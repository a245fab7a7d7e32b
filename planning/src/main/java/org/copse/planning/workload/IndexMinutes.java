package org.copse.planning.workload;

/**
 * Minutes for an index of a unit, such as income or deprivation.
 *
 * @param minutes per resident and month in the unit that ranks highest; the unit that ranks lowest gets none
 * @param lowNeedsMore whether a low value (income) rather than a high one (deprivation) asks for service
 */
public record IndexMinutes(Minutes minutes, boolean lowNeedsMore) {}
