package org.copse.server.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * A plan was taken back. Sent within the transaction.
 *
 * @param abandoned the term that is over, or never began
 * @param restored the plan that is in force again, or goes on; empty where there was none before
 * @param term the term in which it is in force
 * @param from the instant of the change
 * @param calledOff whether the term never began, so that all is as if it had not been decided
 */
public record PlanTakenBack(
        PlanTerm abandoned, Optional<PublishedPlan> restored, int term, Instant from, boolean calledOff, String by) {}
