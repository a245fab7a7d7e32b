package org.copse.planning.workload;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one unit.
 *
 * @param id the unit's id in its layer
 * @param residents people who live here; 0 or more, fractional where estimated
 * @param residentsEstimated whether {@code residents} was estimated because the source has no figure
 * @param ambientPeople people who are here without living here, on average over the day; 0 when not known
 * @param inhabitedSquareKilometres land to be walked; 0 or more
 * @param incidents incidents over the period given
 * @param places number of focal places by type
 * @param groups residents by group, as far as a planner has chosen groups
 * @param indices values of indices, as far as a planner has chosen indices; absent where not known
 * @param toBase the way from the nearest base
 * @param toCentre the way from the centre
 */
public record UnitEvidence(
        String id,
        double residents,
        boolean residentsEstimated,
        double ambientPeople,
        double inhabitedSquareKilometres,
        IncidentCounts incidents,
        Map<String, Integer> places,
        Map<String, Double> groups,
        Map<String, Double> indices,
        Reach toBase,
        Reach toCentre) {

    private static final double MOST_PEOPLE = 1e8;
    private static final double MOST_LAND = 1e8;

    /** Copies the maps and checks every number, naming the unit. */
    public UnitEvidence {
        String of = " of unit " + id;
        Minutes.within("residents" + of, residents, 0, MOST_PEOPLE);
        Minutes.within("ambientPeople" + of, ambientPeople, 0, MOST_PEOPLE);
        Minutes.within("inhabitedSquareKilometres" + of, inhabitedSquareKilometres, 0, MOST_LAND);
        places = sorted(places);
        groups = sorted(groups);
        indices = sorted(indices);
        places.forEach((type, n) -> Minutes.within("places of type " + type + of, n, 0, 1e6));
        groups.forEach((group, n) -> Minutes.within("group " + group + of, n, 0, MOST_PEOPLE));
        indices.forEach((index, value) -> Minutes.within("index " + index + of, value, -1e15, 1e15));
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Returns the evidence of a unit of which only the people and the land are known. */
    public static UnitEvidence of(String id, double residents, double squareKilometres) {
        return new UnitEvidence(
                id,
                residents,
                false,
                0,
                squareKilometres,
                IncidentCounts.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                Reach.unknown(),
                Reach.unknown());
    }

    /** Returns this with other incidents. */
    public UnitEvidence withIncidents(IncidentCounts other) {
        return new UnitEvidence(
                id,
                residents,
                residentsEstimated,
                ambientPeople,
                inhabitedSquareKilometres,
                other,
                places,
                groups,
                indices,
                toBase,
                toCentre);
    }

    /** Returns this with other places. */
    public UnitEvidence withPlaces(Map<String, Integer> other) {
        return new UnitEvidence(
                id,
                residents,
                residentsEstimated,
                ambientPeople,
                inhabitedSquareKilometres,
                incidents,
                other,
                groups,
                indices,
                toBase,
                toCentre);
    }

    /** Returns this with another composition of its population. */
    public UnitEvidence withMix(Map<String, Double> otherGroups, Map<String, Double> otherIndices) {
        return new UnitEvidence(
                id,
                residents,
                residentsEstimated,
                ambientPeople,
                inhabitedSquareKilometres,
                incidents,
                places,
                otherGroups,
                otherIndices,
                toBase,
                toCentre);
    }

    /** Returns this at other distances. */
    public UnitEvidence withReach(Reach base, Reach centre) {
        return new UnitEvidence(
                id,
                residents,
                residentsEstimated,
                ambientPeople,
                inhabitedSquareKilometres,
                incidents,
                places,
                groups,
                indices,
                base,
                centre);
    }
}
