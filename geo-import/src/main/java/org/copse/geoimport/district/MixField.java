package org.copse.geoimport.district;

import java.util.Locale;

/**
 * A column of the unit layer that a planner has chosen for the mix of the population.
 *
 * @param field the column
 * @param kind what its numbers are
 */
public record MixField(String field, Kind kind) {

    /** What the numbers of a column are. */
    public enum Kind {
        /** To be told from the numbers: shares lie within 0 and 1, counts are whole and within the residents, all else is an index. */
        DETECT,
        /** People in a group. */
        COUNT,
        /** Share of the residents, 0 to 1, in a group. */
        SHARE,
        /** An index where a high value asks for more service, such as deprivation. */
        INDEX,
        /** An index where a low value asks for more service, such as income. */
        INDEX_LOW
    }

    /** Checks that the column has a name. */
    public MixField {
        if (field.isBlank()) {
            throw new IllegalArgumentException("mix names a blank column");
        }
    }

    /**
     * Returns the field that {@code text} names: a column, or a column, a colon and a kind ({@code INCOME:index-low}).
     *
     * <p>A column whose own name has a colon needs the kind written out.
     */
    public static MixField parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0) {
            String kind =
                    text.substring(colon + 1).strip().toUpperCase(Locale.ROOT).replace('-', '_');
            for (Kind known : Kind.values()) {
                if (known.name().equals(kind)) {
                    return new MixField(text.substring(0, colon).strip(), known);
                }
            }
        }
        return new MixField(text.strip(), Kind.DETECT);
    }

    boolean isIndex() {
        return kind == Kind.INDEX || kind == Kind.INDEX_LOW;
    }
}
