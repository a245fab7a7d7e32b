package org.copse.server.concern;

import org.jspecify.annotations.Nullable;

/**
 * What the form sends.
 *
 * @param id of an address that was suggested or chosen for the text {@code meant}
 * @param lon with {@code lat}, a pin on the map
 * @param area a beat as the address of its page has it
 * @param code of the receipt, made when the form was checked
 */
record ConcernForm(
        @Nullable String category,
        @Nullable String address,
        @Nullable String id,
        @Nullable String meant,
        @Nullable String lon,
        @Nullable String lat,
        @Nullable String area,
        @Nullable String words,
        @Nullable String contact,
        @Nullable String code,
        @Nullable String edit) {
    static final ConcernForm EMPTY = new ConcernForm(null, null, null, null, null, null, null, null, null, null, null);

    static ConcernForm of(@Nullable String area) {
        return new ConcernForm(null, null, null, null, null, null, area, null, null, null, null);
    }

    /** Returns whether somebody looks at the checked page and wants to change what they wrote. */
    boolean isToBeEdited() {
        return edit != null;
    }

    /** What somebody wrote, and where, is in no log. */
    @Override
    public String toString() {
        return "ConcernForm[a concern]";
    }
}
