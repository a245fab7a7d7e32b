package org.copse.server.review;

/**
 * A site, a beat or a sector, in figures.
 *
 * @param squareKilometres more than 0
 * @param incidentsPerMonth those that count; 0 where there are none to count
 * @param hours officer-hours per month
 * @param reactiveShare share of the hours that answer to incidents
 */
record SiteFigures(
        String id,
        String name,
        double residents,
        double squareKilometres,
        double incidentsPerMonth,
        double hours,
        double reactiveShare) {}
