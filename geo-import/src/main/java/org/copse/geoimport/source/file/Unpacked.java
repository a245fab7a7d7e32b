package org.copse.geoimport.source.file;

import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;

/** How much may come out of packed bytes, beyond what any file may hold. */
public final class Unpacked {
    /** As much may come out of however few bytes: the outlines of a land's grid shrink a hundredfold. */
    private static final long BYTES_OF_ANY_RATIO = 64L << 20;

    private Unpacked() {}

    /**
     * Does nothing while what came out stays within its ratio to what went in.
     *
     * @param bytes that came out until now
     * @param packedBytes that went in
     * @throws org.copse.geoimport.ImportRefused with code {@code limit-passed} when it does not
     */
    public static void check(long bytes, long packedBytes, Limits limits, String where) {
        if (bytes > BYTES_OF_ANY_RATIO) {
            limits.check(Limit.UNPACKED_RATIO, bytes / Math.max(1, packedBytes), where);
        }
    }
}
