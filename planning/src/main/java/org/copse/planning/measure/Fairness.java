package org.copse.planning.measure;

import java.util.List;

/**
 * What a plan gives to whom. It judges nothing: it shows a council what differs between groups of residents, between a plan and its twin
 * without the mix, and between a plan and the areas in force.
 *
 * @param communitiesSplit neighbourhoods in more than one beat
 * @param residentsApart residents of those who are not in the beat of most of their neighbourhood
 * @param everyone all residents as one group; its dissimilarity is 0 and its isolation 1
 * @param groups each group, in the order given
 * @param leastHours the tenth of the residents with the fewest officer-hours per resident
 * @param mostMinutes the tenth of the residents with the longest way to the middle of their beat
 */
public record Fairness(
        int communitiesSplit,
        double residentsApart,
        OfGroup everyone,
        List<OfGroup> groups,
        WorstServed leastHours,
        WorstServed mostMinutes) {

    /** Copies the groups. */
    public Fairness {
        groups = List.copyOf(groups);
    }

    /**
     * The figures of a group.
     *
     * @param people how many it has
     * @param dissimilarity ½ Σ |g_b/G − r_b/R| over beats, of the group and of all other residents (Duncan and Duncan 1955,
     *     doi:10.2307/2088328): the share of the group that would have to live elsewhere for every beat to be alike; 0 to 1
     * @param isolation Σ g_b/G · g_b/p_b: the share of the group among the residents of a member's beat, on average (Massey and Denton 1988,
     *     doi:10.1093/sf/67.2.281); from the group's share of the district to 1
     * @param packedBeats beats where the group is more than half, if it is less than half of the district
     * @param packedPeople its people in them
     * @param concentrations connected units, two or more, in each of which its share is at least twice that of the district
     * @param concentrationsSplit those in more than one beat
     * @param hoursPerThousand officer-hours a month for each 1,000 residents of a member's beat, on average: 1,000 Σ g_b/G · H/p_b
     * @param minutesToContact on foot and straight to the middle of a member's beat, on average: an estimate
     */
    public record OfGroup(
            String name,
            double people,
            double dissimilarity,
            double isolation,
            int packedBeats,
            double packedPeople,
            int concentrations,
            int concentrationsSplit,
            double hoursPerThousand,
            double minutesToContact) {}

    /**
     * The tenth of the residents that is served worst.
     *
     * @param value on average over that tenth
     * @param groupShares the share of each group in it, in order; to be held against its share of the district
     */
    public record WorstServed(double value, List<Double> groupShares) {
        /** Copies the shares. */
        public WorstServed {
            groupShares = List.copyOf(groupShares);
        }
    }
}
