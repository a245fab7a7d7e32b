package org.copse.server.publication;

import java.util.Optional;

/**
 * A plan was published. Sent within the transaction: a plain listener's work is stored with the plan or not at all; one that rests on
 * the stored plan listens after the commit.
 *
 * @param plan now in force
 * @param previous in force before, now closed
 * @param carryOver what the planner decided for the officers of the plan before; empty when nobody was asked
 * @param by the account that publishes
 */
public record PlanPublished(
        PublishedPlan plan, Optional<PublishedPlan> previous, Optional<CarryOverDecision> carryOver, String by) {}
