package org.copse.server.layer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.copse.geoimport.DateLine;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Writes a layer's features as GeoJSON, as the account may see them. */
@Component
class FeatureAnswer {
    static final int MOST_FEATURES = 20_000;

    private final LayerStore store;
    private final FeatureRepository features;

    FeatureAnswer(LayerStore store, FeatureRepository features) {
        this.store = store;
        this.features = features;
    }

    /**
     * Writes them.
     *
     * @param box in degrees; null for all
     * @throws ProblemException when there are more than one answer holds
     */
    void write(Layer layer, @Nullable Envelope box, Authentication account, HttpServletResponse response)
            throws IOException {
        UUID id = layer.id();
        if (features.countUpTo(id, box, MOST_FEATURES) > MOST_FEATURES) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_FEATURES,
                    "More than " + MOST_FEATURES + " features are in the box.",
                    Map.of("bound", MOST_FEATURES));
        }
        UnaryOperator<Map<String, Object>> visible =
                SpecialFields.of(account).attributes(layer, store.findReport(id).orElseThrow());
        response.setContentType(LayerController.GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            features.forEach(id, box, feature -> {
                if (IncidentPoints.sees(account, layer, feature)) {
                    out.feature(feature.id(), feature.geometry(), visible.apply(feature.attributes()));
                }
            });
        }
    }

    /**
     * Returns the box that a text names: west,south,east,north in degrees; null for none.
     *
     * @throws ProblemException when it names none
     */
    static @Nullable Envelope box(@Nullable String bbox) {
        if (bbox == null) {
            return null;
        }
        String[] parts = bbox.split(",", -1);
        if (parts.length == 4) {
            try {
                double west = Double.parseDouble(parts[0]);
                double south = Double.parseDouble(parts[1]);
                double east = Double.parseDouble(parts[2]);
                double north = Double.parseDouble(parts[3]);
                if (west <= east && south <= north && west >= -180 && east <= DateLine.EASTERNMOST) {
                    return new Envelope(west, east, south, north);
                }
            } catch (NumberFormatException e) {
                // Said below, with the form that is wanted.
            }
        }
        throw FieldErrors.of("bbox", "must be west,south,east,north in degrees, with west ≤ east and south ≤ north");
    }
}
