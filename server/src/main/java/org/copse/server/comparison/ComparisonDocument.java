package org.copse.server.comparison;

import java.util.List;
import org.copse.planning.measure.Fairness;
import org.copse.planning.measure.Fairness.OfGroup;
import org.copse.planning.measure.Fairness.WorstServed;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says, by the names that people use.
 *
 * @param measuredBy the scenario whose evidence and weights every plan is measured by
 * @param units how many there are
 * @param residents of the district
 * @param withheld whether groups and twins were left out, which only some may see
 * @param plans in the order asked for; the first is what the others are compared with
 * @param measures the table
 * @param changes from the first plan to each other
 * @param fairness who gets what
 */
public record ComparisonDocument(
        String measuredBy,
        int units,
        double residents,
        boolean withheld,
        List<PlanView> plans,
        List<MeasureView> measures,
        List<ChangeView> changes,
        FairnessView fairness) {

    /**
     * A plan with its beats.
     *
     * @param variant which of a scenario's plans, or what became of it: {@code balanced, in-force, ahead, past}; null for neither
     */
    public record PlanView(String name, @Nullable String variant, int officers, int sectors, List<BeatView> beats) {}

    /**
     * A beat.
     *
     * @param id in its own plan
     * @param label in this comparison: the id of the first plan's beat that it corresponds to, else its own, marked where that is taken
     * @param colour 0 to 5: that of the beat that it corresponds to
     */
    public record BeatView(
            String id,
            String label,
            String name,
            int colour,
            boolean matched,
            int units,
            double hours,
            double deviation,
            double residents) {}

    /**
     * A row of the table.
     *
     * @param key names it in the message files
     * @param kind {@code count, share, kilometres, number or residents}
     * @param better {@code lower, higher} or {@code neither}
     * @param values one for each plan
     * @param verdicts one for each plan, beside the first: {@code better, worse, same}, or {@code none} where nobody can say
     */
    public record MeasureView(String key, String kind, String better, List<Double> values, List<String> verdicts) {}

    /**
     * What changes from the first plan to another.
     *
     * @param plan the other, from 1
     * @param units whose beat is another
     * @param residents theirs
     * @param share of all residents
     * @param beats which beat corresponds to which, then the beats that are left over
     * @param flows residents from beat to beat, the most first, without those who stay
     * @param groups who is affected
     * @param streets where they live; null where no layer of streets, addresses or units is at hand
     */
    public record ChangeView(
            int plan,
            int units,
            double residents,
            double share,
            List<PairView> beats,
            List<FlowView> flows,
            List<GroupChange> groups,
            @Nullable StreetsView streets) {

        ChangeView with(@Nullable StreetsView others) {
            return new ChangeView(plan, units, residents, share, beats, flows, groups, others);
        }
    }

    /**
     * Beats that correspond; null for none.
     *
     * @param residentsKept who are in both
     */
    public record PairView(
            @Nullable String from,
            @Nullable String to,
            double residentsFrom,
            double residentsTo,
            double residentsKept) {}

    /** Residents and units that go from a beat of the first plan to one of the other, by labels. */
    public record FlowView(String from, String to, int units, double residents) {}

    /** How many people of a group get another beat. */
    public record GroupChange(String group, double people, double changing) {}

    /**
     * Residents whose beat changes, street by street.
     *
     * @param source {@code addresses, streets} or {@code units}: what a row is
     * @param layer that it rests on, and its date
     * @param rows the most first; at most {@value MOST_STREETS}
     * @param more how many rows were left out
     */
    public record StreetsView(
            String source, @Nullable String layer, @Nullable String asOf, List<StreetView> rows, int more) {
        static final int MOST_STREETS = 500;
    }

    /** A street: estimated residents, and those whose beat changes. */
    public record StreetView(String name, double residents, double changing) {}

    /**
     * Who gets what.
     *
     * @param mixUsed whether the mix makes hours; only then there are twins
     * @param groups by name, those of the columns chosen for the mix
     * @param groupShares of all residents, 0 to 1
     * @param plans each plan, followed by its twin
     */
    public record FairnessView(
            boolean mixUsed, List<String> groups, List<Double> groupShares, List<FairnessOfPlan> plans) {}

    /**
     * The panel of a plan or of its twin.
     *
     * @param plan from 0
     * @param twin whether it is the twin without the mix
     * @param residentsMoved residents in another beat than in the plan; 0 for the plan itself
     * @param residentsByChance how many that would be without leaving anything out, because the plan misses bounds or by chance
     */
    public record FairnessOfPlan(
            int plan,
            boolean twin,
            double residentsMoved,
            double residentsByChance,
            int communitiesSplit,
            double residentsApart,
            OfGroup everyone,
            List<OfGroup> groups,
            WorstServed leastHours,
            WorstServed mostMinutes) {

        static FairnessOfPlan of(
                int plan, boolean twin, double residentsMoved, double residentsByChance, Fairness fairness) {
            return new FairnessOfPlan(
                    plan,
                    twin,
                    residentsMoved,
                    residentsByChance,
                    fairness.communitiesSplit(),
                    fairness.residentsApart(),
                    fairness.everyone(),
                    fairness.groups(),
                    fairness.leastHours(),
                    fairness.mostMinutes());
        }
    }

    ComparisonDocument withChanges(List<ChangeView> others) {
        return new ComparisonDocument(measuredBy, units, residents, withheld, plans, measures, others, fairness);
    }
}
