package org.copse.planning.measure;

import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Geometry;

/**
 * How compact a piece of land is as it is drawn: its territory with streets and gaps, not the sum of its units, whose inner streets would count
 * as outline.
 *
 * @param areaSquareMetres its area
 * @param perimeterMetres length of its outline, holes included
 * @param polsbyPopper 4π·area/perimeter² (Polsby, Popper 1991), 1 for a disc; 0 without an outline
 * @param reock area over the area of the smallest circle around it (Reock 1961, doi:10.2307/2109043), 1 for a disc; 0 without an area
 */
public record Shape(double areaSquareMetres, double perimeterMetres, double polsbyPopper, double reock) {

    /** Returns the shape of land in a metric CRS; all 0 where there is none. */
    public static Shape of(Geometry land) {
        double area = land.getArea();
        double perimeter = land.getLength();
        double radius = land.isEmpty() ? 0 : new MinimumBoundingCircle(land).getRadius();
        return new Shape(
                area,
                perimeter,
                perimeter > 0 ? Math.min(1, 4 * Math.PI * area / (perimeter * perimeter)) : 0,
                radius > 0 ? Math.min(1, area / (Math.PI * radius * radius)) : 0);
    }
}
