package org.copse.geoimport.preview;

import java.io.IOException;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceSample;
import org.jspecify.annotations.Nullable;

/** Counts the features of a source, up to a bound of features and of time. */
final class SourceCount {
    private static final long MOST = 100_000;
    private static final long MOST_NANOS = 1_000_000_000L;

    private SourceCount() {}

    /** Thrown inside this class only, to end a pass early. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** Returns the number of features, readable or not; null when they are more than is counted for a preview. */
    static @Nullable Long upToBound(FeatureSource source, SourceSample sample) throws IOException {
        Counting count = new Counting();
        if (sample.whole()) {
            return sample.seen();
        }
        try {
            source.forEach(count);
            return count.features;
        } catch (Enough e) {
            return null;
        }
    }

    private static final class Counting extends NoSink {
        private final long begunNanos = System.nanoTime();
        private long features;

        @Override
        public void take(SourceFeature feature) {
            count();
        }

        @Override
        public void reject(long row, RejectionCode code, String detail) {
            count();
        }

        private void count() {
            features++;
            boolean late = features % 256 == 0 && System.nanoTime() - begunNanos > MOST_NANOS;
            if (features > MOST || late) {
                throw new Enough();
            }
        }
    }
}
