package org.copse.geoimport.source.geometry;

import org.copse.geoimport.report.RejectionCode;

/**
 * What stands where a geometry was wanted.
 *
 * @param detail value and rule it breaks
 */
public record Malformed(RejectionCode code, String detail) {}
