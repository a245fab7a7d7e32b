package org.copse.samplemaps.people;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A group of blocks or of smaller areas with a key and a name: a unit, a neighbourhood, a beat, a sector.
 *
 * @param members the numbers of the blocks (units, neighbourhoods) or units (beats) in it
 */
public record Area(String id, String name, List<Integer> members, Geometry outline) {

    public Area {
        members = List.copyOf(members);
    }
}
