package org.copse.geoimport.district;

/** What is said of a district and of a proposal for it. */
public enum DistrictNote {
    /** {@code rows} with {@code residents} found no unit, while {@code estimated} residents are estimated for {@code units}. */
    ROWS_WITHOUT_UNIT,
    /** {@code met} rows with {@code keys} would meet {@code units} without a figure if they were written alike. */
    ROWS_MIGHT_MEET,
    /** The units enclose {@code squareKilometres} at {@code at}, up to {@code metres} wide, which stay outside. */
    ENCLOSED_OUTSIDE,
    /** The same, which belong to the district as chosen. */
    ENCLOSED_INCLUDED,
    /** There are {@code areas} more that are enclosed. */
    MORE_ENCLOSED,
    /** There was no time to tell what each criterion does. */
    NO_TIME_FOR_CRITERIA
}
