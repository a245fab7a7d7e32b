package org.copse.server.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What residents read of a problem: never the officer's words, the photos or the place.
 *
 * @param category its key
 * @param agency whose work it is, as a key; null as long as nobody's
 * @param told in words written for residents
 * @param language of {@code told}: two letters
 * @param seenAt when it was found
 */
public record PublicFinding(
        String category, State state, @Nullable String agency, String told, String language, Instant seenAt) {}
