package org.copse.server.problemcase;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** A feature that has something to put into a case: findings, concerns, rounds of surveys. */
public interface SourceFinder {
    /** Returns what it finds; one finder for each kind. */
    SourceKind kind();

    /**
     * Returns what a case keeps of something.
     *
     * @param account who asks; what they may not see is not found
     */
    Optional<Found> find(UUID id, Authentication account);

    /**
     * What a case keeps of something: none of the words that anybody wrote.
     *
     * @param topic its category, at most 60 characters
     * @param day when it was seen or told
     * @param origin what several of them come from and count as one by, such as a walk; null where it stands alone
     * @param voices how many people speak through it; null where nobody counted
     */
    record Found(String topic, LocalDate day, @Nullable UUID origin, @Nullable Integer voices) {}
}
