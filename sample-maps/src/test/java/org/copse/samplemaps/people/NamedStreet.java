package org.copse.samplemaps.people;

import org.copse.samplemaps.land.Street;
import org.locationtech.jts.geom.Geometry;

/**
 * A street as people know it: named, on land, bridges included where it is a main street.
 *
 * @param inDistrict whether it lies in the police authority's district
 */
record NamedStreet(String name, Street.Rank rank, Geometry line, boolean inDistrict) {}
