package org.copse.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the chain keeps of a text: SHA-256 of a random salt and the text's UTF-8 bytes. Who has salt and text can check it; once they are
 * erased nobody can guess the text from it, however few candidates there are.
 *
 * @param salt 32 random bytes, in hexadecimal
 * @param content the text
 */
record Commitment(String salt, String content) {
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns a commitment with a new salt. */
    static Commitment to(String text) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(HexFormat.of().formatHex(salt), wellFormed(text));
    }

    /** Half a surrogate pair comes back from a database as something else; it goes in as a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Returns the commitment itself, in hexadecimal. */
    String hash() {
        return new CanonicalHash().text(salt).text(content).hex();
    }
}
