package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.source.geometry.Malformed;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object that mean something in GeoJSON, as they were found. */
class JsonObjectRead {
    @Nullable
    String type;

    @Nullable
    String id;

    @Nullable
    Object coordinates;

    @Nullable
    JsonObjectRead geometry;

    @Nullable
    Malformed wrong;

    boolean valuesLeftOut;
    final List<JsonObjectRead> geometries = new ArrayList<>();
    final Map<String, Object> properties = new LinkedHashMap<>();
    final Set<String> members = new LinkedHashSet<>();

    boolean has(String member) {
        return members.contains(member);
    }

    boolean isFeature() {
        return "Feature".equals(type);
    }

    boolean isCollection() {
        return "FeatureCollection".equals(type);
    }

    /** Keeps the first thing found wrong. */
    void wrong(Malformed found) {
        if (wrong == null) {
            wrong = found;
        }
    }
}
