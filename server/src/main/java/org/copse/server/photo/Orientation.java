package org.copse.server.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as Exif says it (CIPA DC-008, tag 0x0112, 1 to 8): the picture is turned before that is lost with the rest of the metadata.
 *
 * @param number 1 for upright, which is also what whatever cannot be read is taken for
 */
record Orientation(int number) {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Returns that of a JPEG; trusts no length in it. */
    static Orientation of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
            if (marker == SCAN || length < 2 || at + 2 + length > jpeg.length) {
                break;
            }
            if (marker == APP1 && startsWithExif(jpeg, at + 4, length - 2)) {
                int start = at + 4 + EXIF.length;
                return inDirectory(
                        ByteBuffer.wrap(jpeg, start, length - 2 - EXIF.length).slice());
            }
            at += 2 + length;
        }
        return new Orientation(UPRIGHT);
    }

    private static boolean startsWithExif(byte[] jpeg, int from, int length) {
        return length >= EXIF.length && java.util.Arrays.equals(jpeg, from, from + EXIF.length, EXIF, 0, EXIF.length);
    }

    /** Reads the first directory of a TIFF header. */
    private static Orientation inDirectory(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return new Orientation(UPRIGHT);
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > tiff.limit()) {
            return new Orientation(UPRIGHT);
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                break;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == TAG) {
                int number = tiff.getShort((int) entry + 8) & 0xFFFF;
                return new Orientation(number >= 1 && number <= 8 ? number : UPRIGHT);
            }
        }
        return new Orientation(UPRIGHT);
    }

    /** Returns whether the upright picture is as wide as the stored one is high. */
    boolean turnsSides() {
        return number >= 5;
    }

    /** Returns what makes a stored picture of that size upright. */
    AffineTransform upright(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
