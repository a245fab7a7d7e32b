package org.copse.server.layer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer on the wire.
 *
 * @param bbox west, south, east, north in degrees, of incidents rounded outwards; null where no feature has a position
 */
record LayerView(
        UUID id,
        LayerKind kind,
        String name,
        int version,
        int features,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String asOf,
        @Nullable String metricCrs,
        String importedBy,
        Instant importedAt,
        @Nullable List<Double> bbox) {

    static LayerView of(Layer layer) {
        Envelope extent = IncidentPoints.shownExtent(layer);
        LayerOrigin origin = layer.origin();
        return new LayerView(
                layer.id(),
                layer.kind(),
                layer.name(),
                layer.version(),
                layer.features(),
                origin.source(),
                origin.licence(),
                origin.purpose(),
                origin.legalBasis(),
                origin.asOf(),
                layer.metricCrs(),
                layer.importedBy(),
                layer.importedAt(),
                extent.isNull()
                        ? null
                        : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
    }

    /** A layer and which column plays which role. */
    record WithRoles(@JsonUnwrapped LayerView layer, Map<Role, String> roles) {
        static WithRoles of(Layer layer) {
            return new WithRoles(LayerView.of(layer), layer.roles().fields());
        }
    }
}
