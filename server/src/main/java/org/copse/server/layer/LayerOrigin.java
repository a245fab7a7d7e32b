package org.copse.server.layer;

import org.jspecify.annotations.Nullable;

/**
 * Where a layer comes from, and why it may be used: as its importer states it. Blank is absent.
 *
 * @param source who publishes it
 * @param licence under which it may be used
 * @param purpose what it is used for here
 * @param legalBasis which law or decision allows that use
 * @param asOf the date of the data as the source states it: a day, a month or a year
 */
public record LayerOrigin(
        @Nullable String source,
        @Nullable String licence,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String asOf) {

    /** Nothing stated. */
    public static final LayerOrigin UNKNOWN = new LayerOrigin(null, null, null, null, null);

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LICENCE = 500;
    private static final int LONGEST_DATE = 40;

    public LayerOrigin {
        source = stated("source", source, LONGEST_TEXT);
        licence = stated("licence", licence, LONGEST_LICENCE);
        purpose = stated("purpose", purpose, LONGEST_TEXT);
        legalBasis = stated("legalBasis", legalBasis, LONGEST_TEXT);
        asOf = stated("asOf", asOf, LONGEST_DATE);
    }

    private static @Nullable String stated(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new IllegalArgumentException(
                    field + " has " + stripped.length() + " characters, more than " + longest);
        }
        return stripped;
    }
}
