package org.copse.server.publication;

import java.util.Optional;

/**
 * A plan is to come into force, at the instant from which it is valid. Sent within the transaction: a plain listener's work is stored with
 * the decision or not at all; one that rests on the stored plan listens after the commit.
 *
 * @param plan with that instant
 * @param term the number of the time that begins then
 * @param previous in force until then
 * @param carryOver what the planner decided for the officers of the plan before; empty when nobody was asked
 * @param by the account that publishes
 */
public record PlanPublished(
        PublishedPlan plan,
        int term,
        Optional<PublishedPlan> previous,
        Optional<CarryOverDecision> carryOver,
        String by) {}
