package org.copse.server.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the chain: what it says in the open, commitments to what is personal, and the hash that binds it to the row before.
 *
 * @param seq from 1, without gaps
 * @param at UTC, to the microsecond
 * @param action the key of an {@link AuditAction}; a text, since a newer version may have written it
 * @param commitments by field, in hexadecimal; a field that there was not has none
 * @param previous the hash of the row before
 * @param hash of everything else
 */
record ChainEntry(
        long seq,
        Instant at,
        String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String detail,
        Map<PersonalField, String> commitments,
        String previous,
        String hash) {
    /** What stands for the hash before the first row. */
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final String FORM = "copse-audit-1";

    ChainEntry {
        Map<PersonalField, String> copy = new EnumMap<>(PersonalField.class);
        copy.putAll(commitments);
        commitments = copy;
    }

    /** Returns the row that follows {@code previous} and says this. */
    static ChainEntry after(
            long seq, String previous, Instant at, AuditEvent event, Map<PersonalField, Commitment> personal) {
        Map<PersonalField, String> commitments = new EnumMap<>(PersonalField.class);
        personal.forEach((field, commitment) -> commitments.put(field, commitment.hash()));
        ChainEntry unbound = new ChainEntry(
                seq,
                at.truncatedTo(ChronoUnit.MICROS),
                event.action().key(),
                event.subjectType(),
                event.subjectId(),
                event.detail(),
                commitments,
                previous,
                "");
        return unbound.bound();
    }

    private ChainEntry bound() {
        return new ChainEntry(seq, at, action, subjectType, subjectId, detail, commitments, previous, computeHash());
    }

    /** Returns the hash that the row must have. */
    String computeHash() {
        CanonicalHash canonical = new CanonicalHash()
                .text(FORM)
                .text(previous)
                .number(seq)
                .number(at.getEpochSecond())
                .number(at.getNano())
                .text(action)
                .text(subjectType)
                .text(subjectId)
                .text(detail);
        for (PersonalField field : PersonalField.values()) {
            canonical.text(commitments.get(field));
        }
        return canonical.hex();
    }
}
