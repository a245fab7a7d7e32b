package org.copse.planning.search;

/** What the search says of a district that is not in one piece. */
public enum LayoutNote {
    /** {@code parts} that are not connected are planned apart. */
    PARTS_PLANNED_APART,
    /** {@code parts} are too many or too small for {@code sectors}: some are planned as if joined. */
    PARTS_PLANNED_AS_IF_JOINED
}
