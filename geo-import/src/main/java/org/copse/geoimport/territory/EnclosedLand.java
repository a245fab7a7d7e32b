package org.copse.geoimport.territory;

import org.locationtech.jts.geom.Polygon;

/**
 * Land that units enclose and none of them claims, too large for a street, a square or water between them: somebody else's, a lake,
 * a park without residents.
 *
 * @param land in the metric CRS of the district
 * @param widthMetres the widest circle that fits in
 * @param included whether it belongs to the district all the same, because a planner chose so
 */
public record EnclosedLand(Polygon land, double widthMetres, boolean included) {}
