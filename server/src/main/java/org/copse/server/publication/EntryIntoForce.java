package org.copse.server.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * How a plan comes into force.
 *
 * @param from the instant; empty for as soon as all servers can know of it
 * @param carryOver what was decided for the officers of the plan before; empty when nobody was asked
 * @param contacts what was decided about teams that nobody knows how to reach
 * @param reason for the record
 * @param by the account that does it
 */
public record EntryIntoForce(
        Optional<Instant> from,
        Optional<CarryOverDecision> carryOver,
        TeamContacts contacts,
        String reason,
        String by) {}
