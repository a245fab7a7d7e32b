package org.copse.server.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A feature's attributes as JSON and back: text stays text, whole numbers {@link Long}, others {@link Double}. */
final class Attributes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private Attributes() {}

    static String toJson(Map<String, Object> attributes) {
        return JSON.writeValueAsString(attributes);
    }

    static Map<String, Object> fromJson(String json) {
        return JSON.readValue(json, MAP);
    }
}
