package org.copse.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The Ed25519 key that signs the chain's heads and checkpoints. It lives in the data folder, not in the database: who can rewrite the one
 * cannot sign for the other.
 */
public final class SigningKey {
    private static final String PRIVATE_FILE = "audit-key.pem";
    private static final String PUBLIC_FILE = "audit-key.pub";

    private final PrivateKey privateKey;
    private final PublicKeyOfLog publicKey;

    private SigningKey(PrivateKey privateKey, PublicKeyOfLog publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Returns the folder's key; makes one, readable by its owner alone, when there is none. */
    public static SigningKey in(Path folder) {
        try {
            createFolder(folder);
            Path file = folder.resolve(PRIVATE_FILE);
            if (!Files.exists(file)) {
                write(folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            }
            return new SigningKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Pem.read(file))),
                    PublicKeyOfLog.read(publicFile(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log's key in " + folder + " cannot be read or made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit log's key in " + folder + " is no Ed25519 key", e);
        }
    }

    /** Returns where the public key of the folder's key is. */
    public static Path publicFile(Path folder) {
        return folder.resolve(PUBLIC_FILE);
    }

    /** A folder that is made here is its owner's alone: the embedded database and the key are in it. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyOwner("rwx------"));
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void write(Path folder, KeyPair pair) throws IOException {
        Path draft = Files.createTempFile(folder, "key", ".tmp", onlyOwner("rw-------"));
        try {
            Files.writeString(draft, Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    publicFile(folder), Pem.of("PUBLIC KEY", pair.getPublic().getEncoded()));
            Files.move(draft, folder.resolve(PRIVATE_FILE));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another server is making the key at the same moment", e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Returns the public half. */
    public PublicKeyOfLog publicKey() {
        return publicKey;
    }

    /** Returns the text's signature, in base 64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key signs", e);
        }
    }
}
