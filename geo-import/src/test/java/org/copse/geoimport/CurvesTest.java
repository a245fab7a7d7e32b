package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.copse.geoimport.source.geometry.Arcs;
import org.copse.geoimport.source.geometry.CurvedWkb;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CurvesTest {

    @Test
    void keepsEveryChordWithinItsShareOfTheArcsLength() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double radius = Math.pow(10, random.nextDouble() * 6 - 3);
            double x = random.nextDouble() * 1_000;
            double y = random.nextDouble() * 1_000;
            double from = random.nextDouble() * 7;
            double angle = (random.nextDouble() * 2 - 1) * 6.2;
            List<Coordinate> line = Arcs.through(
                    at(x, y, radius, from), at(x, y, radius, from + angle / 3), at(x, y, radius, from + angle));
            double length = radius * Math.abs(angle);
            double made = 0;
            for (int n = 1; n < line.size(); n++) {
                Coordinate a = line.get(n - 1);
                Coordinate b = line.get(n);
                made += a.distance(b);
                double middle = Math.hypot((a.x + b.x) / 2 - x, (a.y + b.y) / 2 - y);
                assertThat(radius - middle).isBetween(-1e-7 * radius, Arcs.DEVIATION * length * 1.001);
            }
            assertThat(made).isEqualTo(length, within(length * 1e-3));
        }
    }

    private static Coordinate at(double x, double y, double radius, double angle) {
        return new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }

    @Test
    void givesNeighboursTheSameVerticesOfAnArcThatTheyShare() {
        Coordinate a = new Coordinate(149_000.3, 170_000.7);
        Coordinate b = new Coordinate(149_020.1, 170_015.9);
        Coordinate c = new Coordinate(149_050.2, 170_001.4);
        List<Coordinate> back = new java.util.ArrayList<>(Arcs.through(c, b, a));
        java.util.Collections.reverse(back);
        assertThat(back).isEqualTo(Arcs.through(a, b, c));
    }

    @Test
    void closesACircleFromStartAndOppositePoint() {
        List<Coordinate> circle = Arcs.through(new Coordinate(0, 0), new Coordinate(2, 0), new Coordinate(0, 0));
        assertThat(circle.get(0)).isEqualTo(circle.get(circle.size() - 1));
        circle.forEach(point -> assertThat(point.distance(new Coordinate(1, 0))).isEqualTo(1, within(1e-12)));
    }

    @Test
    void leavesPointsOnALineALine() {
        assertThat(Arcs.through(new Coordinate(0, 0), new Coordinate(1, 1), new Coordinate(2, 2)))
                .hasSize(3);
        assertThat(Arcs.through(new Coordinate(0, 0), new Coordinate(0, 0), new Coordinate(0, 0)))
                .allMatch(point -> Double.isFinite(point.x));
    }

    /** A half disc: an arc over a straight base, as a curve polygon whose ring is a compound curve. */
    private static byte[] halfDisc(ByteOrder order, int typeOffset) {
        ByteBuffer bytes = ByteBuffer.allocate(400).order(order);
        head(bytes, 10, typeOffset).putInt(1);
        head(bytes, 9, typeOffset).putInt(2);
        head(bytes, 8, typeOffset).putInt(3);
        position(bytes, 1, 0, typeOffset);
        position(bytes, 0, 1, typeOffset);
        position(bytes, -1, 0, typeOffset);
        head(bytes, 2, typeOffset).putInt(2);
        position(bytes, -1, 0, typeOffset);
        position(bytes, 1, 0, typeOffset);
        byte[] written = new byte[bytes.position()];
        bytes.flip().get(written);
        return written;
    }

    private static ByteBuffer head(ByteBuffer bytes, int type, int offset) {
        return bytes.put((byte) (bytes.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 0))
                .putInt(type + offset);
    }

    private static void position(ByteBuffer bytes, double x, double y, int offset) {
        bytes.putDouble(x).putDouble(y);
        for (int i = 0; i < (offset == 3000 ? 2 : offset == 0 ? 0 : 1); i++) {
            bytes.putDouble(7);
        }
    }

    @Test
    void readsCurvePolygonsOfEveryByteOrderAndDimension() throws NotBuilt {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int offset : new int[] {0, 1000, 2000, 3000}) {
                Geometry read = CurvedWkb.read(halfDisc(order, offset), Limits.usual(), "here");
                assertThat(read.getArea()).isEqualTo(Math.PI / 2, within(3e-4));
            }
        }
    }

    @Test
    void endsWellOnAnyDamage() {
        byte[] whole = halfDisc(ByteOrder.LITTLE_ENDIAN, 0);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = java.util.Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                CurvedWkb.read(damaged, Limits.usual(), "here");
            } catch (NotBuilt e) {
                assertThat(e.reason().detail()).isNotBlank();
            }
        }
    }

    @Test
    void refusesNestingWithoutEnd() {
        ByteBuffer bytes = ByteBuffer.allocate(9 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            head(bytes, 7, 0).putInt(1);
        }
        assertThatThrownBy(() -> CurvedWkb.read(bytes.array(), Limits.usual(), "here"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("nesting");
    }
}
