package org.copse.server.publicpage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.web.util.HtmlUtils;

/** Beats as a drawing within a page, that needs no script. Colours are the page's; each beat has its name as a label too. */
public final class BeatMap {
    private static final double WIDTH = 720;
    private static final double TALLEST = 900;
    private static final double LETTER = 14;

    private final Envelope extent;
    private final double squeeze;
    private final double scale;
    private final double height;

    private BeatMap(Envelope view) {
        extent = view;
        squeeze = Math.cos(Math.toRadians(extent.centre().y));
        scale = Math.min(WIDTH / (extent.getWidth() * squeeze), TALLEST / extent.getHeight());
        height = Math.ceil(extent.getHeight() * scale);
    }

    /**
     * Returns the drawing.
     *
     * @param beats at least one
     * @param label what it shows, for those who do not see it
     */
    public static String svg(List<BeatTerritory> beats, String label) {
        return svg(beats, Set.of(), label);
    }

    /**
     * Returns the drawing.
     *
     * @param beats at least one
     * @param meant ids of those that it is about, which stand out
     * @param label what it shows, for those who do not see it
     */
    public static String svg(List<BeatTerritory> beats, Set<String> meant, String label) {
        return svg(beats, meant, List.of(), extent(beats), label);
    }

    /**
     * Returns the drawing.
     *
     * @param beats at least one
     * @param meant ids of those that it is about, which stand out
     * @param marks lines and points over them, in WGS 84
     * @param view what is shown of them all, in degrees; not empty
     * @param label what it shows, for those who do not see it
     */
    public static String svg(
            List<BeatTerritory> beats, Set<String> meant, List<? extends Geometry> marks, Envelope view, String label) {
        BeatMap map = new BeatMap(view);
        StringBuilder svg = map.begin(label);
        for (BeatTerritory beat : beats) {
            svg.append("<path class=\"c" + beat.colour() + (meant.contains(beat.id()) ? " meant" : "")
                    + "\" fill-rule=\"evenodd\" d=\"");
            map.append(beat.lonLat(), svg);
            svg.append("\"><title>" + HtmlUtils.htmlEscape(AreaName.plain(beat.name()), "UTF-8") + "</title></path>\n");
        }
        map.names(beats, svg);
        marks.forEach(mark -> map.mark(mark, svg));
        return svg.append("</svg>\n").toString();
    }

    /**
     * Land that is drawn under the outlines of beats.
     *
     * @param look class of its colour in the page's style
     * @param title what it is, for who points at it
     */
    public record Shade(Geometry lonLat, String look, String title) {}

    /**
     * Returns the drawing of shaded land with the outlines of beats over it.
     *
     * @param beats at least one
     * @param label what it shows, for those who do not see it
     */
    public static String shaded(List<BeatTerritory> beats, List<Shade> shades, String label) {
        BeatMap map = new BeatMap(extent(beats));
        StringBuilder svg = map.begin(label);
        for (Shade shade : shades) {
            svg.append("<path class=\"" + shade.look() + "\" d=\"");
            map.append(shade.lonLat(), svg);
            svg.append("\"><title>" + HtmlUtils.htmlEscape(shade.title(), "UTF-8") + "</title></path>\n");
        }
        for (BeatTerritory beat : beats) {
            svg.append("<path class=\"outline\" d=\"");
            map.append(beat.lonLat(), svg);
            svg.append("\"/>\n");
        }
        map.names(beats, svg);
        return svg.append("</svg>\n").toString();
    }

    private static Envelope extent(List<BeatTerritory> beats) {
        Envelope all = new Envelope();
        beats.forEach(beat -> all.expandToInclude(beat.lonLat().getEnvelopeInternal()));
        return all;
    }

    private StringBuilder begin(String label) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"beat-map\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">\n",
                Math.ceil(extent.getWidth() * squeeze * scale),
                height,
                HtmlUtils.htmlEscape(label, "UTF-8")));
    }

    private void names(List<BeatTerritory> beats, StringBuilder svg) {
        for (BeatTerritory beat : beats) {
            Point at = beat.lonLat().getInteriorPoint();
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                    x(at.getCoordinate()),
                    y(at.getCoordinate()),
                    HtmlUtils.htmlEscape(label(beat), "UTF-8")));
        }
    }

    private void mark(Geometry mark, StringBuilder svg) {
        if (mark instanceof LineString line) {
            StringBuilder way = new StringBuilder();
            append(line, way);
            for (String part : List.of("way under", "way")) {
                svg.append("<path class=\"" + part + "\" d=\"" + way + "\"></path>\n");
            }
        } else if (mark instanceof Point point) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"pin\" cx=\"%.1f\" cy=\"%.1f\" r=\"11\"></circle>\n",
                    x(point.getCoordinate()),
                    y(point.getCoordinate())));
        }
    }

    /** Its name where there is room for it, else the id, which is shorter. */
    private String label(BeatTerritory beat) {
        double width = beat.lonLat().getEnvelopeInternal().getWidth() * squeeze * scale;
        String name = AreaName.plain(beat.name());
        return name.length() * LETTER <= width ? name : beat.id();
    }

    private void append(Geometry land, StringBuilder path) {
        for (int part = 0; part < land.getNumGeometries(); part++) {
            if (land.getGeometryN(part) instanceof Polygon polygon) {
                append(polygon.getExteriorRing(), path);
                path.append('Z');
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    append(polygon.getInteriorRingN(hole), path);
                    path.append('Z');
                }
            }
        }
    }

    /** Leaves out what is nearer than half a step of the drawing. */
    private void append(LineString ring, StringBuilder path) {
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        boolean begun = false;
        for (Coordinate corner : ring.getCoordinates()) {
            double x = x(corner);
            double y = y(corner);
            if (!begun || Math.abs(x - lastX) + Math.abs(y - lastY) >= 0.5) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", begun ? "L" : "M", x, y));
                begun = true;
                lastX = x;
                lastY = y;
            }
        }
    }

    private double x(Coordinate at) {
        return (at.x - extent.getMinX()) * squeeze * scale;
    }

    private double y(Coordinate at) {
        return height - (at.y - extent.getMinY()) * scale;
    }
}
