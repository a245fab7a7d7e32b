package org.copse.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a log's key: who has it can check heads and checkpoints, and cannot make any. */
public final class PublicKeyOfLog {
    private final PublicKey key;
    private final String id;

    private PublicKeyOfLog(PublicKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /** Returns the key of a PEM file. */
    public static PublicKeyOfLog read(Path file) throws IOException {
        return of(Pem.read(file));
    }

    /** Returns the key of its base 64. @throws IllegalArgumentException when it is none */
    static PublicKeyOfLog ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    private static PublicKeyOfLog of(byte[] encoded) {
        try {
            return new PublicKeyOfLog(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no public Ed25519 key", e);
        }
    }

    /** Returns the fingerprint: SHA-256 of the key's encoding, in hexadecimal. */
    public String id() {
        return id;
    }

    /** Returns the key's encoding in base 64, as in its file. */
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    boolean verifies(String text, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // A signature that cannot even be read is a wrong one.
            return false;
        }
    }
}
