package org.copse.server.address;

import java.util.Locale;
import org.copse.server.address.Gazetteer.Near;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. What is wrong with it is said without repeating it: it may be where they live.
 *
 * @param text at most {@value #LONGEST_TEXT} characters
 * @param limit how many answers at most, 1 to {@value #MOST}; 8 when it is missing
 * @param lon longitude in degrees of a position that decides between equals; with {@code lat}, or neither
 * @param lat latitude in degrees
 * @param language two letters: how the reader writes coordinates; that of the request when it is missing
 */
record SearchRequest(
        @Nullable String text,
        @Nullable Integer limit,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String language) {
    static final int LONGEST_TEXT = 200;
    static final int MOST = 20;
    private static final int USUAL = 8;

    /** A search that keeps all bounds. */
    record Checked(String text, int limit, @Nullable Near near, String language) {
        @Override
        public String toString() {
            return "Checked[a search]";
        }
    }

    Checked checked(Locale locale) {
        FieldErrors errors = new FieldErrors();
        String sought = text == null ? "" : text;
        if (text == null) {
            errors.add("text", "is missing");
        } else if (text.length() > LONGEST_TEXT) {
            errors.add("text", "must have at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            errors.add("limit", "must be between 1 and " + MOST);
        }
        if (!isWithin(lon, 180)) {
            errors.add("lon", "must be between -180 and 180");
        }
        if (!isWithin(lat, 90)) {
            errors.add("lat", "must be between -90 and 90");
        }
        if ((lon == null) != (lat == null)) {
            errors.add(lon == null ? "lon" : "lat", "is missing: give both or neither");
        }
        errors.throwIfAny();
        Near near = lon == null || lat == null ? null : new Near(lon, lat);
        return new Checked(sought, most, near, language == null ? locale.getLanguage() : language);
    }

    private static boolean isWithin(@Nullable Double value, int bound) {
        return value == null || (value >= -bound && value <= bound);
    }

    @Override
    public String toString() {
        return "SearchRequest[a search]";
    }
}
