package org.copse.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Random texts that stand for somebody, and what is stored of them. They are too many to guess, so that a plain SHA-256 keeps them: a
 * slow hash is for passwords, which people think up.
 */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without 0, 1, l, o and the like: they are read aloud and copied by hand. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LONGEST_TYPED = 100;

    private Secrets() {}

    /** Returns a text of that many random bytes that may stand in an address. */
    public static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Returns groups of letters and digits, nearly five bits each, joined by hyphens. */
    public static String readable(int groups, int lengthOfGroup) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups * lengthOfGroup; i++) {
            if (i > 0 && i % lengthOfGroup == 0) {
                text.append('-');
            }
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /**
     * Returns the letters and digits of a readable text as somebody typed it, in whatever case and however they parted it; empty where it can be none.
     *
     * @param length how many letters and digits it has
     */
    public static Optional<String> typed(String text, int length) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.matches("[a-z2-9]{" + length + "}") ? Optional.of(letters) : Optional.empty();
    }

    /** Returns what is stored: SHA-256, in hexadecimal. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
