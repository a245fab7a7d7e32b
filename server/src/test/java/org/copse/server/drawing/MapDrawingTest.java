package org.copse.server.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class MapDrawingTest {
    private static final Geometry WEST = wkt("POLYGON ((4 50, 4.01 50, 4.01 50.01, 4 50.01, 4 50))");
    private static final Geometry EAST = wkt("POLYGON ((4.01 50, 4.02 50, 4.02 50.01, 4.01 50.01, 4.01 50))");
    private static final MapStyle RED = MapStyle.area(Color.RED);
    private static final MapStyle BLUE = MapStyle.area(Color.BLUE);

    @Test
    void fillsEachAreaWithItsColour() {
        BufferedImage image = drawn(new MapDrawing().show(WEST, RED).show(EAST, BLUE));
        assertThat(new Color(image.getRGB(70, 50))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(130, 50))).isEqualTo(Color.BLUE);
        assertThat(new Color(image.getRGB(2, 2))).isEqualTo(Palette.light().colour("map-ground"));
    }

    @Test
    void leavesHolesOpen() {
        Geometry ring = wkt("POLYGON ((4 50, 4.02 50, 4.02 50.01, 4 50.01, 4 50),"
                + " (4.008 50.004, 4.012 50.004, 4.012 50.006, 4.008 50.006, 4.008 50.004))");
        BufferedImage image = drawn(new MapDrawing().show(ring, RED));
        assertThat(new Color(image.getRGB(100, 50))).isEqualTo(Palette.light().colour("map-ground"));
        assertThat(new Color(image.getRGB(60, 50))).isEqualTo(Color.RED);
    }

    @Test
    void fillsNoLine() {
        MapDrawing drawing = new MapDrawing().behind(wkt("LINESTRING (4 50, 4.01 50.01, 4.02 50)"), RED);
        BufferedImage image = drawn(drawing.show(wkt("LINESTRING (4 50, 4.02 50, 4.02 50.01, 4 50.01)"), BLUE));
        assertThat(new Color(image.getRGB(100, 60))).isEqualTo(Palette.light().colour("map-ground"));
    }

    @Test
    void showsNoMoreForWhatLiesBehind() {
        MapDrawing drawing = new MapDrawing().behind(wkt("POLYGON ((0 40, 9 40, 9 60, 0 60, 0 40))"), BLUE);
        drawing.show(WEST, RED);
        assertThat(drawing.frame(200, 100).metresPerPoint())
                .isEqualTo(new MapDrawing().show(WEST, RED).frame(200, 100).metresPerPoint());
    }

    @Test
    void keepsDistancesTrueInBothDirections() {
        MapFrame frame = new MapFrame(new Envelope(4, 4.02, 50, 50.01), 300, 300);
        double wide = frame.at(4.02, 50.005).distance(frame.at(4, 50.005)) * frame.metresPerPoint();
        double high = frame.at(4.01, 50.01).distance(frame.at(4.01, 50)) * frame.metresPerPoint();
        // Vincenty on WGS 84: 1433.3 m along the parallel of 50.005°, 1112.3 m along the meridian.
        assertThat(wide).isCloseTo(1433.3, within(8.0));
        assertThat(high).isCloseTo(1112.3, within(4.0));
    }

    @Test
    void knowsTheBoxThatItShows() {
        MapFrame frame = new MapFrame(new Envelope(4, 4.02, 50, 50.01), 300, 200);
        Envelope shown = frame.lonLat();
        assertThat(frame.at(shown.getMinX(), shown.getMaxY()).distance(0, 0)).isLessThan(1e-6);
        assertThat(frame.at(shown.getMaxX(), shown.getMinY()).distance(300, 200))
                .isLessThan(1e-6);
    }

    @Test
    void measuresWithARoundLength() {
        MapFrame frame = new MapFrame(new Envelope(4, 4.02, 50, 50.01), 300, 300);
        ScaleBar bar = ScaleBar.of(frame, 0.25);
        assertThat(bar.metres()).isEqualTo(200);
        assertThat(bar.points() * frame.metresPerPoint()).isCloseTo(200, within(1e-9));
    }

    @Test
    void namesAreasWhereThereIsRoom() {
        MapDrawing drawing = new MapDrawing().show(WEST, RED).show(EAST, BLUE);
        drawing.name(WEST, "12")
                .name(EAST, "a name that is far too long for its area")
                .name(WEST, "on the first");
        MapFrame frame = drawing.frame(200, 100);
        List<MapDrawing.Label> labels = drawing.labels(frame, words -> words.length() * 4.0);
        assertThat(labels).singleElement().satisfies(label -> {
            assertThat(label.words()).isEqualTo("12");
            assertThat(label.x()).isCloseTo(frame.at(4.005, 50.005).getX(), within(2.0));
            assertThat(label.y()).isCloseTo(frame.at(4.005, 50.005).getY(), within(2.0));
        });
    }

    @Test
    void drawsADistrictOfOnePoint() {
        assertThat(new MapFrame(new Envelope(4, 4, 50, 50), 100, 100).metresPerPoint())
                .isPositive()
                .isFinite();
    }

    @Test
    void refusesAMapOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MapDrawing().frame(100, 100))
                .withMessageContaining("nothing");
    }

    @Test
    void takesItsColoursFromTheStyleSheet() {
        assertThat(Palette.light().colour("beat-0")).isEqualTo(new Color(0xb38a11));
        assertThat(Palette.light().beat(6)).isEqualTo(Palette.light().beat(0));
        assertThat(Palette.mixed(Color.WHITE, Color.BLACK, 0.5)).isEqualTo(new Color(128, 128, 128));
    }

    private static BufferedImage drawn(MapDrawing drawing) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        drawing.draw(graphics, drawing.frame(200, 100));
        graphics.dispose();
        return image;
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
