package org.copse.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in the chain at a moment, signed: whoever keeps it can tell later whether the chain still goes through it.
 *
 * @param seq of the last entry at that moment
 * @param hash of that entry
 * @param keyId fingerprint of the key that signed
 * @param signature Ed25519, in base 64
 */
public record SignedHead(long seq, String hash, String at, String keyId, String signature) {
    private static final String FORM = "copse-audit-head-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SignedHead of(ChainRepository.Head head, Instant now, SigningKey key) {
        String at = now.toString();
        return new SignedHead(
                head.seq(), head.hash(), at, key.publicKey().id(), key.sign(signed(head.seq(), head.hash(), at)));
    }

    private static String signed(long seq, String hash, String at) {
        return String.join("\n", FORM, Long.toString(seq), hash, at);
    }

    /** Returns whether the key made this. */
    boolean isSignedBy(PublicKeyOfLog key) {
        return key.verifies(signed(seq, hash, at), signature);
    }

    /** Adds the head to a file, one line of JSON each, and waits until it is on the disk. */
    void appendTo(Path file) {
        byte[] line = (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log's head cannot be written to " + file, e);
        }
    }

    /**
     * Returns the heads of a file. A last line that a crash cut short is left out.
     *
     * @throws IOException when the file cannot be read, or another line is no head
     */
    public static List<SignedHead> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<SignedHead> heads = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try {
                if (!line.isBlank()) {
                    heads.add(JSON.readValue(line, SignedHead.class));
                }
            } catch (JacksonException e) {
                if (i < lines.size() - 1) {
                    throw new IOException("Line " + (i + 1) + " of " + file + " is no signed head", e);
                }
            }
        }
        return heads;
    }
}
