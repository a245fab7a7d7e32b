package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A beat gets another resident officer. Sent within the transaction that stores it.
 *
 * @param from whose beat it was, or whose most of its residents were; null for nobody's
 * @param on from which day
 */
public record OfficerChanged(UUID plan, String beatId, @Nullable UUID from, UUID to, LocalDate on, String by) {}
