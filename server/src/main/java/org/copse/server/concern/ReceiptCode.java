package org.copse.server.concern;

import java.util.Optional;
import org.copse.server.account.Secrets;

/**
 * The code of a receipt: 20 letters and digits of 31, 99 random bits, in groups that can be read aloud and copied by hand. Only its hash is stored.
 *
 * @param text with its hyphens
 */
record ReceiptCode(String text) {
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    static ReceiptCode fresh() {
        return new ReceiptCode(Secrets.readable(GROUPS, GROUP));
    }

    /** Returns the code that somebody typed, however they wrote it; empty where it can be none. */
    static Optional<ReceiptCode> of(String typed) {
        return Secrets.typed(typed, GROUPS * GROUP)
                .map(letters -> new ReceiptCode(letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-")));
    }

    String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "ReceiptCode[secret]";
    }
}
