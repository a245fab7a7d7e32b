package org.copse.server.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a geometry is drawn.
 *
 * @param fill of areas; null for none
 * @param line of outlines and lines; null for none
 * @param width of the line, in points
 * @param dash length of dashes and gaps, in points; 0 for a line without gaps
 */
public record MapStyle(@Nullable Color fill, @Nullable Color line, double width, double dash) {

    /** Checks width and dash. */
    public MapStyle {
        if (!(width >= 0) || !(dash >= 0)) {
            throw new IllegalArgumentException("a line " + width + " pt wide with dashes of " + dash + " pt");
        }
    }

    /** Returns a style of areas without an outline. */
    public static MapStyle area(Color fill) {
        return new MapStyle(fill, null, 0, 0);
    }

    /** Returns a style of areas with an outline. */
    public static MapStyle area(Color fill, Color line, double width) {
        return new MapStyle(fill, line, width, 0);
    }

    /** Returns a style of lines and outlines. */
    public static MapStyle line(Color line, double width) {
        return new MapStyle(null, line, width, 0);
    }

    /** Returns the pen of the line. */
    public BasicStroke stroke() {
        return dash == 0
                ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        (float) width,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {(float) dash, (float) dash},
                        0);
    }
}
