package org.copse.geoimport;

/**
 * What the numbers of a column are, and how careful one has to be with them.
 *
 * @param measure decides what may be done with them: counts are added up, shares and indices are not
 * @param sensitivity decides what has to be stated before they are kept
 */
public record AttributeTag(Measure measure, Sensitivity sensitivity) {

    /** A column of texts that says nothing special. */
    public static final AttributeTag PLAIN = new AttributeTag(Measure.NONE, Sensitivity.ORDINARY);

    /** What the numbers are. */
    public enum Measure {
        /** People, households, events: the counts of two units can be added. */
        COUNT,
        /** Part of a whole, 0..1 or 0..100. */
        SHARE,
        /** A score, mean or density: only its order and its differences mean something. */
        INDEX,
        /** No measure: texts, ids, positions. */
        NONE
    }

    /** How careful one has to be. */
    public enum Sensitivity {
        /** No more than a census table. */
        ORDINARY,
        /**
         * Origin, religion, health, politics, union membership, sexual orientation (Regulation (EU) 2016/679, article 9) or
         * offences of persons (article 10): kept as aggregates only, with purpose and legal basis.
         */
        SPECIAL
    }

    /** Returns whether purpose and legal basis are wanted. */
    public boolean special() {
        return sensitivity == Sensitivity.SPECIAL;
    }
}
