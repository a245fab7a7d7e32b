package org.copse.server.layer;

import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.security.core.Authentication;

/**
 * Which points are incidents, and so leave only for {@link Permission#INCIDENT_READ_POINTS}. A layer that nobody gave a kind may be
 * incidents too: its points are for the same accounts.
 */
final class IncidentPoints {
    /** About a kilometre: an extent of a single incident must not be its place. */
    private static final double CELLS_A_DEGREE = 100;

    private IncidentPoints() {}

    /** Returns whether the layer's features are incidents. */
    static boolean isOf(Layer layer) {
        return layer.kind() == LayerKind.INCIDENTS;
    }

    /** Returns whether an account that reads a layer's features in the ordinary way gets this one. */
    static boolean sees(@Nullable Authentication account, Layer layer, Feature feature) {
        boolean may = layer.kind() != LayerKind.PLAIN || Permission.INCIDENT_READ_POINTS.isHeldBy(account);
        return may || feature.geometry().getDimension() > 0;
    }

    /** Returns where the layer lies, in degrees; of incidents rounded outwards to a hundredth. */
    static Envelope shownExtent(Layer layer) {
        Envelope extent = layer.extent();
        if (extent.isNull() || !isOf(layer)) {
            return extent;
        }
        return new Envelope(
                Math.floor(extent.getMinX() * CELLS_A_DEGREE) / CELLS_A_DEGREE,
                Math.ceil(extent.getMaxX() * CELLS_A_DEGREE) / CELLS_A_DEGREE,
                Math.floor(extent.getMinY() * CELLS_A_DEGREE) / CELLS_A_DEGREE,
                Math.ceil(extent.getMaxY() * CELLS_A_DEGREE) / CELLS_A_DEGREE);
    }
}
