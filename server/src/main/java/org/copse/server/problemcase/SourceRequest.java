package org.copse.server.problemcase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put into a case.
 *
 * @param kind one of {@link SourceKind#keys()}
 * @param ref of a finding, a concern or a survey's round
 * @param words what staff write down of answers, a meeting or a record; at most 1,000 characters
 * @param voices how many people answered or were there; null where nobody counted
 * @param day when; not after today
 * @param hotspot of a hotspot
 */
record SourceRequest(
        @Nullable String kind,
        @Nullable UUID ref,
        @Nullable String words,
        @Nullable Integer voices,
        @Nullable LocalDate day,
        @Nullable Hotspot hotspot) {
    static final int LONGEST_WORDS = 1000;

    /**
     * Cells of a map, and what the map was asked with.
     *
     * @param shape square or hexagon
     * @param cell size in metres
     * @param cells their ids
     */
    record Hotspot(
            @Nullable UUID scenario,
            @Nullable String shape,
            @Nullable Double cell,
            @Nullable List<String> cells,
            @Nullable List<String> category,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean policeInitiated) {}
}
