package org.copse.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as a camera makes them. */
final class Pictures {
    private static final int DARK = 40;

    private Pictures() {}

    /** Returns a street with a bright face in its middle, 800 by 600. */
    static FilePayload face() {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(90, 140, 90));
        pen.fillRect(0, 0, 800, 600);
        pen.setColor(new Color(240, 200, 170));
        pen.fillOval(380, 280, 40, 40);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("IMG_0001.jpg", "image/jpeg", bytes.toByteArray());
    }

    /** Returns whether a picture is black at a place given in shares of its width and height. */
    static boolean isBlack(byte[] jpeg, double x, double y) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
            Color there = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
            return Math.max(there.getRed(), Math.max(there.getGreen(), there.getBlue())) < DARK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
