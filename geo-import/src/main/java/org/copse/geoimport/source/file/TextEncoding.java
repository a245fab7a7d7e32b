package org.copse.geoimport.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text.
 *
 * @param charset to decode with
 * @param bomBytes to skip at the start
 * @param certain false when it was guessed
 */
public record TextEncoding(Charset charset, int bomBytes, boolean certain) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Returns the encoding of a file; that it is UTF-8 is checked to the last byte. */
    public static TextEncoding ofFile(Path file) throws IOException {
        TextEncoding byHead = detect(Magic.head(file, 4096));
        if (!byHead.charset().equals(StandardCharsets.UTF_8)) {
            return byHead;
        }
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), byHead.strictDecoder())) {
            char[] buffer = new char[1 << 15];
            while (reader.read(buffer) >= 0) {
                // Reading is the check.
            }
            return byHead;
        } catch (CharacterCodingException e) {
            return new TextEncoding(WINDOWS_1252, byHead.bomBytes(), false);
        }
    }

    /** Returns the encoding {@code name}, as somebody states it; a byte order mark of that encoding is skipped. */
    public static TextEncoding stated(String name, Path file) throws IOException {
        Charset charset = Charset.forName(name);
        TextEncoding byHead = detect(Magic.head(file, 4));
        return new TextEncoding(charset, byHead.charset().equals(charset) ? byHead.bomBytes() : 0, true);
    }

    /** Returns the text of a file from after its byte order mark; bytes that are not of this encoding become U+FFFD. */
    public Reader open(Part part) throws IOException {
        InputStream in = part.open();
        in.skipNBytes(bomBytes);
        return new InputStreamReader(in, charset);
    }

    /**
     * Returns the encoding by byte order mark, by the zeros of UTF-16, by being valid UTF-8, else windows-1252 as a
     * guess.
     */
    public static TextEncoding detect(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, true);
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, true);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, true);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        // Text of Latin script in UTF-16 has a zero in nearly every other byte, always on the same side.
        if (odd > head.length / 4 && even < odd / 8) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, true);
        }
        if (even > head.length / 4 && odd < even / 8) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, true);
        }
        return isUtf8(head)
                ? new TextEncoding(StandardCharsets.UTF_8, 0, true)
                : new TextEncoding(WINDOWS_1252, 0, false);
    }

    /** Returns whether {@code head} is valid UTF-8, allowing for a character cut off at its end. */
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), out, false);
        return !result.isError();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Returns a decoder that stops at bytes that are not of this encoding. */
    CharsetDecoder strictDecoder() {
        return strict(charset);
    }

    /**
     * Returns {@code stated}, unless {@code bytes} contradict it: UTF-8 where accents are written as other encodings write
     * them, or a single-byte encoding where they are written as UTF-8 writes them. Texts may be cut off in the middle of a
     * character, as those of a .dbf are.
     */
    public static Charset agreeing(Charset stated, byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; ) {
            int follow = followers(bytes[i]);
            if (follow == 0) {
                i++;
                continue;
            }
            int seen = 0;
            while (seen < follow && i + 1 + seen < bytes.length && (bytes[i + 1 + seen] & 0xc0) == 0x80) {
                seen++;
            }
            boolean whole = seen == follow;
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
            i += 1 + (whole ? seen : 0);
        }
        if (stated.equals(StandardCharsets.UTF_8)) {
            return bad > 4 * good ? WINDOWS_1252 : stated;
        }
        boolean oneByteEach = stated.newDecoder().maxCharsPerByte() == 1
                && stated.canEncode()
                && stated.newEncoder().maxBytesPerChar() == 1;
        return oneByteEach && good > 4 * bad ? StandardCharsets.UTF_8 : stated;
    }

    /** Returns how many bytes follow this one in UTF-8: none after ASCII, and 9 after a byte that begins no character. */
    private static int followers(byte first) {
        int b = first & 0xff;
        if (b < 0x80) {
            return 0;
        }
        return b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 9;
    }

    /** Returns {@code bytes} as text, without the byte order mark; what is not of this encoding becomes U+FFFD. */
    public String decode(byte[] bytes) {
        int from = Math.min(bomBytes, bytes.length);
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** Returns {@code bytes} as text, or throws when they are not of this encoding. */
    public static String decodeStrictly(byte[] bytes, int from, int length, Charset charset)
            throws CharacterCodingException {
        return strict(charset).decode(ByteBuffer.wrap(bytes, from, length)).toString();
    }

    private static boolean startsWith(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
