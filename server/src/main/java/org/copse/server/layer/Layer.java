package org.copse.server.layer;

import java.time.Instant;
import java.util.UUID;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What is known of a stored layer, its features aside.
 *
 * @param version from 1, counting imports of one kind and name
 * @param features how many it has
 * @param metricCrs the metric CRS of its extent, such as {@code EPSG:3812}; null where no feature has a position
 * @param extent longitude and latitude in degrees; null envelope where no feature has a position
 * @param roles which column plays which role
 */
public record Layer(
        UUID id,
        LayerKind kind,
        String name,
        int version,
        int features,
        LayerOrigin origin,
        @Nullable String metricCrs,
        Envelope extent,
        FieldRoles roles,
        String importedBy,
        Instant importedAt) {

    public Layer {
        extent = new Envelope(extent);
    }

    @Override
    public Envelope extent() {
        return new Envelope(extent);
    }
}
