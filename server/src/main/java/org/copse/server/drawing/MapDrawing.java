package org.copse.server.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A map to be drawn: geometries one over the other, and names of areas. */
public final class MapDrawing {
    private static final double LABEL_HEIGHT = 8;
    private static final double AROUND = 1.5;

    private final List<Drawn> drawn = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final Envelope shown = new Envelope();

    private record Drawn(Geometry lonLat, MapStyle style) {}

    private record Named(Geometry lonLat, String words) {}

    /**
     * Words on a map.
     *
     * @param x of their middle, points from the left
     * @param y of their middle, points from the top
     */
    public record Label(String words, double x, double y) {}

    /** Draws a geometry over those before, WGS 84; the map shows at least all of it. */
    public MapDrawing show(Geometry lonLat, MapStyle style) {
        shown.expandToInclude(lonLat.getEnvelopeInternal());
        return behind(lonLat, style);
    }

    /** Draws a geometry over those before, WGS 84, as far as it lies on the map. */
    public MapDrawing behind(Geometry lonLat, MapStyle style) {
        drawn.add(new Drawn(lonLat, style));
        return this;
    }

    /** Names an area; where there is no room the name is left out. */
    public MapDrawing name(Geometry lonLat, String words) {
        named.add(new Named(lonLat, words));
        return this;
    }

    /** Returns the map laid into a rectangle. Throws when nothing is shown. */
    public MapFrame frame(double width, double height) {
        return new MapFrame(shown, width, height);
    }

    /** Draws all but the names. */
    public void draw(Graphics2D graphics, MapFrame frame) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Shape clip = graphics.getClip();
        Rectangle2D all = new Rectangle2D.Double(0, 0, frame.width(), frame.height());
        graphics.clip(all);
        graphics.setColor(Palette.light().colour("map-ground"));
        graphics.fill(all);
        for (Drawn one : drawn) {
            Path2D path = frame.path(one.lonLat());
            if (!path.intersects(all)) {
                continue;
            }
            if (one.style().fill() != null && one.lonLat().getDimension() == 2) {
                graphics.setColor(one.style().fill());
                graphics.fill(path);
            }
            if (one.style().line() != null) {
                graphics.setColor(one.style().line());
                graphics.setStroke(one.style().stroke());
                graphics.draw(path);
            }
        }
        graphics.setClip(clip);
    }

    /**
     * Returns the names that find room, the largest areas first: each well inside its area, none on another.
     *
     * @param widthOf the width of words, in points
     */
    public List<Label> labels(MapFrame frame, ToDoubleFunction<String> widthOf) {
        List<Label> labels = new ArrayList<>();
        List<Rectangle2D> taken = new ArrayList<>();
        Rectangle2D all = new Rectangle2D.Double(0, 0, frame.width(), frame.height());
        named.stream()
                .map(name -> new Named(frame.placed(largestPart(name.lonLat())), name.words()))
                .filter(name -> !name.lonLat().isEmpty())
                .sorted((a, b) ->
                        Double.compare(b.lonLat().getArea(), a.lonLat().getArea()))
                .forEach(name -> {
                    double width = widthOf.applyAsDouble(name.words());
                    if (name.lonLat().getEnvelopeInternal().getWidth() < width) {
                        return;
                    }
                    Coordinate at =
                            MaximumInscribedCircle.getCenter(name.lonLat(), 1).getCoordinate();
                    Rectangle2D box = new Rectangle2D.Double(
                            at.x - width / 2 - AROUND,
                            at.y - LABEL_HEIGHT / 2 - AROUND,
                            width + 2 * AROUND,
                            LABEL_HEIGHT + 2 * AROUND);
                    if (all.contains(box) && taken.stream().noneMatch(box::intersects)) {
                        taken.add(box);
                        labels.add(new Label(name.words(), at.x, at.y));
                    }
                });
        return labels;
    }

    private static Geometry largestPart(Geometry areas) {
        Geometry largest = areas.getFactory().createPolygon();
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Geometry part = areas.getGeometryN(i);
            if (part instanceof Polygon && part.getArea() > largest.getArea()) {
                largest = part;
            }
        }
        return largest;
    }
}
