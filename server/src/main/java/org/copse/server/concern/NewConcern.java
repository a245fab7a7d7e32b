package org.copse.server.concern;

import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * A concern that was checked and can be kept.
 *
 * @param beat id of a beat of the plan in force
 * @param contact null for nobody's
 */
record NewConcern(
        Language language,
        Category category,
        String words,
        String place,
        Concern.@Nullable Position position,
        String beat,
        @Nullable String contact) {
    @Override
    public String toString() {
        return "NewConcern[" + category.key() + "]";
    }
}
