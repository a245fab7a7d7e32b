package org.copse.server.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture that a camera stored turned comes out upright. */
class OrientationTest {
    /** Where the red corner of a stored picture comes to lie, after the table of Exif: which edge the stored first row and first column are. */
    @ParameterizedTest
    @CsvSource({
        "1, LITTLE, left top",
        "2, BIG, right top",
        "3, LITTLE, right bottom",
        "4, BIG, left bottom",
        "5, LITTLE, left top",
        "6, BIG, right top",
        "7, LITTLE, right bottom",
        "8, BIG, left bottom"
    })
    void theFirstCornerComesWhereTheCameraSaysItBelongs(int number, String order, String corner) throws IOException {
        ByteOrder bytes = order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Photo photo = Photo.encodedAnew(withExif(redCorner(160, 80), number, bytes), 1_000_000);

        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(upright.getWidth()).isEqualTo(number >= 5 ? 80 : 160);
        assertThat(upright.getHeight()).isEqualTo(number >= 5 ? 160 : 80);
        int x = corner.startsWith("left") ? 4 : upright.getWidth() - 5;
        int y = corner.endsWith("top") ? 4 : upright.getHeight() - 5;
        Color there = new Color(upright.getRGB(x, y));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(there.getBlue()).isLessThan(60);
        Color middle = new Color(upright.getRGB(upright.getWidth() / 2, upright.getHeight() / 2));
        assertThat(middle.getBlue()).isGreaterThan(200);
    }

    @Test
    void whatCannotBeReadIsUpright() throws IOException {
        byte[] plain = redCorner(40, 20);
        assertThat(Orientation.of(plain).number()).isEqualTo(1);
        byte[] right = withExif(plain, 6, ByteOrder.BIG_ENDIAN);
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] broken = right.clone();
            for (int j = 0; j < 3; j++) {
                broken[2 + random.nextInt(36)] = (byte) random.nextInt(256);
            }
            assertThat(Orientation.of(broken).number()).isBetween(1, 8);
        }
        for (int length = 0; length < 40; length++) {
            assertThat(Orientation.of(java.util.Arrays.copyOf(right, length)).number())
                    .isBetween(1, 8);
        }
        assertThat(Orientation.of(withExif(plain, 9, ByteOrder.BIG_ENDIAN)).number())
                .isEqualTo(1);
    }

    private static byte[] redCorner(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, x < 16 && y < 16 ? 0xFF0000 : 0x0000FF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Puts an APP1 segment with one directory of one entry behind the first two bytes. */
    private static byte[] withExif(byte[] jpeg, int number, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) number);
        ByteBuffer made = ByteBuffer.allocate(jpeg.length + 4 + 6 + 26);
        made.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + 6 + 26));
        made.put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(tiff.array());
        made.put(jpeg, 2, jpeg.length - 2);
        return made.array();
    }
}
