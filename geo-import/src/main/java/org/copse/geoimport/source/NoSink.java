package org.copse.geoimport.source;

import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;

/** Takes nothing in; for a pass that is only about the file's outline, and to be narrowed to what a pass is about. */
public class NoSink implements SourceSink {
    @Override
    public void take(SourceFeature feature) {}

    @Override
    public void reject(long row, RejectionCode code, String detail) {}

    @Override
    public void warn(WarningCode code, String what) {}

    @Override
    public void warnCounted(WarningCode code, String what) {}
}
