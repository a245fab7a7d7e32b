package org.copse.server.hotspot;

import java.util.List;
import java.util.Optional;
import org.copse.geoimport.DistrictCrs;
import org.copse.statistics.near.Barriers;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The land that hotspots are looked for on, in metres.
 *
 * @param crs of all geometry here
 * @param district the whole of it
 * @param areas the units with the streets around them
 * @param residents of each unit; empty where nobody counted them
 * @param residentsSource file and column
 * @param residentsEstimated share of the residents that are estimates
 * @param barriers what stands between
 */
public record Ground(
        DistrictCrs crs,
        Geometry district,
        List<Geometry> areas,
        Optional<double[]> residents,
        String residentsSource,
        double residentsEstimated,
        Barriers barriers) {

    /** Returns the land of a partition as a whole. */
    public static Geometry whole(List<Geometry> partition) {
        try {
            return CoverageUnion.union(partition.get(0).getFactory().buildGeometry(partition));
        } catch (TopologyException e) {
            return UnaryUnionOp.union(partition);
        }
    }
}
