package org.copse.server.geojson;

import java.io.Closeable;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one GeoJSON FeatureCollection, feature by feature: memory does not grow with their number. Closing it ends the
 * collection and leaves the stream open.
 */
public final class FeatureCollectionWriter implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator json;

    /** Begins the collection on {@code out}. */
    public FeatureCollectionWriter(OutputStream out) {
        json = JSON.createGenerator(out);
        json.configure(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeName("features");
        json.writeStartArray();
    }

    /**
     * Adds one feature.
     *
     * @param lonLat longitude and latitude in degrees, written with seven decimals (about a centimetre); null or empty
     *     for a feature without a place
     * @param properties text, numbers, booleans, lists and maps
     */
    public void feature(String id, @Nullable Geometry lonLat, Map<String, ?> properties) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", id);
        json.writeName("geometry");
        GeometryWriter.write(json, lonLat);
        json.writeName("properties");
        json.writePOJO(properties);
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
