package org.copse.geoimport.source;

import java.util.Map;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;

/** Takes what a source hands over. */
public interface SourceSink {

    /** Takes a feature. */
    void take(SourceFeature feature);

    /** Takes note of a feature that cannot be read. */
    void reject(long row, RejectionCode code, String detail);

    /** Takes note of something about the file. */
    void warn(WarningCode code, String what);

    /** As {@link #warn(WarningCode, String)}, with values that a sentence in another language can name beside the code. */
    default void warn(WarningCode code, String what, Map<String, Object> values) {
        warn(code, what);
    }

    /** Takes note of something about one feature, told once with the number of features. */
    void warnCounted(WarningCode code, String what);
}
