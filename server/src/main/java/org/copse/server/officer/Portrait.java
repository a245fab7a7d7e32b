package org.copse.server.officer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.copse.server.system.FieldErrors;

/** Makes a photo anew: small, and without what a camera writes into it, such as where it was taken. */
final class Portrait {
    static final int SIDE_PIXELS = 480;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int MOST_BYTES = 10_000_000;

    private Portrait() {}

    /** Returns the photo as JPEG, at most {@link #SIDE_PIXELS} on a side, or ends the request in a problem. */
    static byte[] jpeg(byte[] uploaded) {
        if (uploaded.length > MOST_BYTES) {
            throw FieldErrors.of("photo", "may have at most " + MOST_BYTES + " bytes, not " + uploaded.length);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw FieldErrors.of("photo", "is no picture that can be read: use JPEG or PNG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                // Looked at before anything is decoded: a small file may claim a picture of gigabytes.
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw FieldErrors.of("photo", "may have at most " + MOST_PIXELS + " pixels, not " + pixels);
                }
                return write(scaled(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw FieldErrors.of("photo", "is no picture that can be read: use JPEG or PNG");
        }
    }

    private static BufferedImage scaled(BufferedImage full) {
        double scale = Math.min(1, SIDE_PIXELS / (double) Math.max(full.getWidth(), full.getHeight()));
        int width = Math.max(1, (int) Math.round(full.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(full.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(full, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
