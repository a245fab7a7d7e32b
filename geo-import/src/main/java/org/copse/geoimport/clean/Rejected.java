package org.copse.geoimport.clean;

import org.copse.geoimport.report.RejectionCode;

/** Thrown inside cleaning only: a feature cannot be taken. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final String detail;
    private final double lon;
    private final double lat;

    Rejected(RejectionCode code, String detail) {
        this(code, detail, Double.NaN, Double.NaN);
    }

    Rejected(RejectionCode code, String detail, double lon, double lat) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.lon = lon;
        this.lat = lat;
    }

    RejectionCode code() {
        return code;
    }

    String detail() {
        return detail;
    }

    double lon() {
        return lon;
    }

    double lat() {
        return lat;
    }
}
