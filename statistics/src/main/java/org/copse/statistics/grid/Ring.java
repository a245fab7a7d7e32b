package org.copse.statistics.grid;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * A closed line of corners, clipped to convex windows for its area only (Sutherland and Hodgman 1974,
 * doi:10.1145/360767.360802). What the clipping of a concave ring leaves along the window's edge encloses nothing, so the
 * signed area is exact.
 */
record Ring(double[] xy, int size) {

    static Ring of(CoordinateSequence line) {
        int size = Math.max(0, line.size() - 1); // the last corner is the first again
        double[] xy = new double[2 * size];
        for (int i = 0; i < size; i++) {
            xy[2 * i] = line.getX(i);
            xy[2 * i + 1] = line.getY(i);
        }
        return new Ring(xy, size);
    }

    static Ring ofCorners(double[] corners) {
        return new Ring(corners, corners.length / 2);
    }

    /** Returns the area, positive where the corners run counter-clockwise. */
    double signedArea() {
        if (size < 3) {
            return 0;
        }
        double x0 = xy[0]; // near the ring, so that large coordinates cost no digits
        double y0 = xy[1];
        double twice = 0;
        for (int i = 0; i < size; i++) {
            int j = i + 1 == size ? 0 : i + 1;
            twice += (xy[2 * i] - x0) * (xy[2 * j + 1] - y0) - (xy[2 * j] - x0) * (xy[2 * i + 1] - y0);
        }
        return twice / 2;
    }

    /** Returns the part inside a convex window, given by its corners counter-clockwise. */
    Ring clip(double[] window) {
        Ring part = this;
        int corners = window.length / 2;
        for (int i = 0; i < corners && part.size > 0; i++) {
            int j = i + 1 == corners ? 0 : i + 1;
            part = part.leftOf(window[2 * i], window[2 * i + 1], window[2 * j], window[2 * j + 1]);
        }
        return part;
    }

    private Ring leftOf(double ax, double ay, double bx, double by) {
        double ux = bx - ax;
        double uy = by - ay;
        double[] kept = new double[2 * (2 * size + 2)];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int j = i + 1 == size ? 0 : i + 1;
            double px = xy[2 * i];
            double py = xy[2 * i + 1];
            double qx = xy[2 * j];
            double qy = xy[2 * j + 1];
            double p = ux * (py - ay) - uy * (px - ax);
            double q = ux * (qy - ay) - uy * (qx - ax);
            if (p >= 0) {
                kept[2 * count] = px;
                kept[2 * count + 1] = py;
                count++;
            }
            if ((p > 0 && q < 0) || (p < 0 && q > 0)) {
                double t = p / (p - q);
                kept[2 * count] = px + t * (qx - px);
                kept[2 * count + 1] = py + t * (qy - py);
                count++;
            }
        }
        return new Ring(kept, count);
    }
}
