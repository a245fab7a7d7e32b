package org.copse.server.audit;

import java.time.Instant;

/**
 * Up to where the log was cut when its retention was over: the chain begins behind it.
 *
 * @param seq the last entry that was cut
 * @param hash of that entry
 * @param keyId fingerprint of the key that signed this
 * @param signature Ed25519, in base 64
 */
record Checkpoint(long seq, String hash, Instant at, String keyId, String signature) {
    private static final String FORM = "copse-audit-checkpoint-1";

    /** Returns the text that is signed. */
    static String signed(long seq, String hash, Instant at) {
        return String.join("\n", FORM, Long.toString(seq), hash, at.toString());
    }
}
