package org.copse.geoimport.source.geometry;

import org.copse.geoimport.report.RejectionCode;

/** Thrown while a feature is read: its geometry cannot be built. The reader rejects the feature and goes on. */
public final class NotBuilt extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Malformed reason;

    /**
     * Says why.
     *
     * @param detail value and rule it breaks
     */
    public NotBuilt(RejectionCode code, String detail) {
        this(new Malformed(code, detail));
    }

    /** As above, for what was found wrong before. */
    public NotBuilt(Malformed reason) {
        super(reason.detail(), null, false, false);
        this.reason = reason;
    }

    /** Returns what is wrong. */
    public Malformed reason() {
        return reason;
    }
}
