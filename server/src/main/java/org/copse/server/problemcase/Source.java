package org.copse.server.problemcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a case rests on.
 *
 * @param ref what it is, where the server keeps that; null else
 * @param origin what several sources come from and count as one by; null where it stands alone
 * @param topic a category; empty for what staff wrote down
 * @param words what staff wrote down; empty else
 * @param voices how many people or incidents; null where nobody counted, or withheld because they are few
 * @param few whether the number is withheld
 * @param cells of a hotspot; null else
 */
record Source(
        UUID id,
        SourceKind kind,
        SourceType type,
        @Nullable UUID ref,
        @Nullable UUID origin,
        String topic,
        String words,
        @Nullable Integer voices,
        boolean few,
        LocalDate day,
        @Nullable Cells cells,
        String by,
        Instant at) {
    /** Counts of incidents under this are told nobody: the threshold of all tables. */
    static final int FEWEST_TOLD = 5;

    /**
     * What a hotspot was asked with.
     *
     * @param layer name of the incidents
     * @param categories the only ones that count; empty for all
     * @param from first day; null for no bound
     * @param to last day; null for no bound
     * @param police whether what police started counts
     * @param count how many cells
     */
    record Cells(
            UUID scenario,
            String layer,
            List<String> categories,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean police,
            int count) {
        Cells {
            categories = List.copyOf(categories);
        }
    }
}
