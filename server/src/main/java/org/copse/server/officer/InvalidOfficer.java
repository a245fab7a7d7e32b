package org.copse.server.officer;

/** A particular of an officer that cannot be: which, and why. */
public final class InvalidOfficer extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String why;

    InvalidOfficer(String field, String why) {
        super(field + ": " + why);
        this.field = field;
        this.why = why;
    }

    /** Returns which particular. */
    public String field() {
        return field;
    }

    /** Returns why it cannot be. */
    public String why() {
        return why;
    }
}
