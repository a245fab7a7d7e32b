package org.copse.server.pdf;

import com.lowagie.text.Rectangle;

/** What a sheet is printed on. */
public enum Paper {
    A4(595, 842, 42, 54, 1, true),
    /** A4 in letters that nobody needs glasses for. */
    A4_LARGE(595, 842, 42, 54, 1.3f, true),
    /** Twice as large, to be read in passing. */
    A3(842, 1191, 60, 76, 1.9f, true),
    /** A page of A7 across, for a purse or a door. */
    CARD(298, 210, 16, 12, 1, false);

    private final float width;
    private final float height;
    private final float margin;
    private final float bottom;
    private final float scale;
    private final boolean foot;

    Paper(float width, float height, float margin, float bottom, float scale, boolean foot) {
        this.width = width;
        this.height = height;
        this.margin = margin;
        this.bottom = bottom;
        this.scale = scale;
        this.foot = foot;
    }

    Rectangle size() {
        return new Rectangle(width, height);
    }

    /** Returns left, right and upper margin, in points. */
    float margin() {
        return margin;
    }

    /** Returns the margin at the bottom, in points. */
    float bottom() {
        return bottom;
    }

    /** Returns how large everything is, where on A4 it is 1. */
    public float scale() {
        return scale;
    }

    /** Returns whether a page ends with title and number. */
    boolean hasFoot() {
        return foot;
    }
}
