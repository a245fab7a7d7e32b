package org.copse.server.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;

/**
 * A photo as it is stored: drawn anew from what came, so that nothing but the picture is in it: no place, no time, no camera, no
 * thumbnail, nothing behind its end.
 */
public record Photo(byte[] jpeg, int width, int height) {
    private static final int JPEG_START = 0xFFD8;
    private static final float QUALITY = 0.85f;
    /** A progressive picture may have any number of scans, each as dear as the whole picture; cameras and browsers write about ten. */
    private static final int MOST_SCANS = 100;

    private static final Semaphore AT_ONCE = new Semaphore(2);

    /**
     * Returns the photo encoded anew, upright, or ends the request in {@link ProblemType#PHOTO_REFUSED}. Waits while two others are being encoded, as
     * each takes memory.
     *
     * @param mostPixels larger ones are refused before they are decoded
     */
    public static Photo encodedAnew(byte[] bytes, int mostPixels) {
        if (bytes.length < 4 || (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) != JPEG_START) {
            throw refused("It is not a JPEG.");
        }
        if (scans(bytes) > MOST_SCANS) {
            throw refused("It has more than " + MOST_SCANS + " scans.");
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            return encoded(decoded(bytes, mostPixels), Orientation.of(bytes));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw refused("It cannot be read as a JPEG.");
        } finally {
            AT_ONCE.release();
        }
    }

    /** The marker of a scan occurs nowhere else in a JPEG's data, as its bytes there are followed by a nought. */
    private static int scans(byte[] bytes) {
        int scans = 0;
        for (int i = 1; i < bytes.length; i++) {
            scans += bytes[i - 1] == (byte) 0xFF && bytes[i] == (byte) 0xDA ? 1 : 0;
        }
        return scans;
    }

    private static BufferedImage decoded(byte[] bytes, int mostPixels) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > mostPixels || pixels < 1) {
                throw refused("It is " + reader.getWidth(0) + " by " + reader.getHeight(0) + ", more than " + mostPixels
                        + " pixels.");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static Photo encoded(BufferedImage picture, Orientation way) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage drawn = new BufferedImage(
                way.turnsSides() ? height : width, way.turnsSides() ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.drawImage(picture, way.upright(width, height), null);
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Photo(bytes.toByteArray(), drawn.getWidth(), drawn.getHeight());
    }

    /** Returns the problem that ends a request whose photo is not taken. */
    public static ProblemException refused(String why) {
        return new ProblemException(ProblemType.PHOTO_REFUSED, why);
    }
}
