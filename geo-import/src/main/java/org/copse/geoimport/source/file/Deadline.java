package org.copse.geoimport.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;

/** The moment by which an import must be done; asked while reading, unpacking and repairing. */
public final class Deadline {
    private final Limits limits;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    Deadline(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** Returns a deadline as far from now as {@code limits} allow. */
    public static Deadline startingNow(Limits limits) {
        return new Deadline(limits, System::nanoTime);
    }

    /** Returns whether the time is up. */
    public boolean passed() {
        return (nanos.getAsLong() - startNanos) / 1e9 > limits.of(Limit.SECONDS);
    }

    /**
     * Does nothing while there is time.
     *
     * @param where the file, entry or row, for the message
     * @throws org.copse.geoimport.ImportRefused with code {@code limit-passed} when the time is up
     */
    public void check(String where) {
        if (passed()) {
            throw limits.passed(Limit.SECONDS, where);
        }
    }

    /** Returns {@code in}, which then stops when the time is up. */
    InputStream watching(InputStream in, String where) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                check(where);
                return super.read(buffer, offset, length);
            }
        };
    }
}
