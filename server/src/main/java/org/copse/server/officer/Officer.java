package org.copse.server.officer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resident officer as the public may know them.
 *
 * @param number by which the authority knows them
 * @param dutyName by which the public knows them
 * @param languages codes, such as {@code nl}
 * @param hours when they can be met, in words
 */
public record Officer(
        String number,
        String dutyName,
        List<String> languages,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours) {

    public Officer {
        languages = List.copyOf(languages);
        if (number.isBlank() || dutyName.isBlank()) {
            throw new IllegalArgumentException("an officer needs a number and a duty name");
        }
        for (String language : languages) {
            if (language.isBlank() || language.contains(",")) {
                throw new IllegalArgumentException("\"" + language + "\" is no language code");
            }
        }
    }
}
