package org.copse.geoimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a layer may be used, and what its columns are, as whoever imports it states.
 *
 * @param purpose what it is used for here; not blank
 * @param legalBasis which law or decision allows that; not blank
 * @param tags of columns, confirmed; a column that is absent has the tag that is proposed for it
 * @param reasons by column, why one that may be of a special category is ordinary; not blank
 */
public record DataUse(
        Optional<String> purpose,
        Optional<String> legalBasis,
        Map<String, AttributeTag> tags,
        Map<String, String> reasons) {

    private static final DataUse UNSTATED = new DataUse(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public DataUse {
        purpose = purpose.map(String::strip).filter(text -> !text.isEmpty());
        legalBasis = legalBasis.map(String::strip).filter(text -> !text.isEmpty());
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        Map<String, String> stated = new LinkedHashMap<>();
        reasons.forEach((column, reason) -> {
            if (!reason.isBlank()) {
                stated.put(column, reason.strip());
            }
        });
        reasons = Collections.unmodifiableMap(stated);
    }

    /** Returns that nothing is stated. */
    public static DataUse unstated() {
        return UNSTATED;
    }

    /** Returns whether special-category columns may be kept. */
    public boolean allowsSpecialCategories() {
        return purpose.isPresent() && legalBasis.isPresent();
    }

    /** Returns this use with {@code tag} confirmed for {@code column}. */
    public DataUse with(String column, AttributeTag tag) {
        Map<String, AttributeTag> more = new LinkedHashMap<>(tags);
        more.put(column, tag);
        return new DataUse(purpose, legalBasis, more, reasons);
    }

    /** Returns this use with {@code tag} confirmed for {@code column}, and why it is that. */
    public DataUse with(String column, AttributeTag tag, String reason) {
        Map<String, String> more = new LinkedHashMap<>(reasons);
        more.put(column, reason);
        return new DataUse(purpose, legalBasis, tags, more).with(column, tag);
    }
}
