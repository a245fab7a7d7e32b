package org.copse.server.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.geoimport.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a block of features holds beside their positions, column by column.
 *
 * @param rows numbers of the features in their file
 * @param ids of the features; null where each is its row's number
 * @param fields columns, in the order of the file
 */
record BlockDocument(long[] rows, @Nullable List<String> ids, Map<String, Column> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /**
     * A column's values.
     *
     * @param values null where a feature has none; the value of each feature in turn, or, where there is {@code of}, each different
     *     value once
     * @param of for each feature, which of the values it has
     */
    record Column(List<@Nullable Object> values, int @Nullable [] of) {
        @Nullable
        Object value(int feature) {
            return values.get(of == null ? feature : of[feature]);
        }
    }

    /** Returns the document of these features, in their order. */
    static BlockDocument of(List<Feature> features) {
        boolean numbered = features.stream().allMatch(f -> f.id().equals(Long.toString(f.row())));
        Map<String, Column> fields = new LinkedHashMap<>();
        for (String name : names(features)) {
            fields.put(name, column(name, features));
        }
        return new BlockDocument(
                features.stream().mapToLong(Feature::row).toArray(),
                numbered ? null : features.stream().map(Feature::id).toList(),
                fields);
    }

    /** Returns the columns in the order of the file: one that only later features have stands behind the one before it. */
    private static List<String> names(List<Feature> features) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (Feature feature : features) {
            if (known.keySet().containsAll(feature.attributes().keySet())) {
                continue;
            }
            int next = 0;
            for (String name : feature.attributes().keySet()) {
                if (known.putIfAbsent(name, 0) == null) {
                    names.add(next, name);
                    next++;
                } else {
                    next = names.indexOf(name) + 1;
                }
            }
        }
        return names;
    }

    private static Column column(String name, List<Feature> features) {
        Map<@Nullable Object, Integer> known = new HashMap<>();
        List<@Nullable Object> different = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>(features.size());
        int[] of = new int[features.size()];
        for (int i = 0; i < of.length; i++) {
            Object value = features.get(i).attributes().get(name);
            values.add(value);
            Integer at = known.get(value);
            if (at == null) {
                at = different.size();
                known.put(value, at);
                different.add(value);
            }
            of[i] = at;
        }
        return 2 * different.size() > of.length ? new Column(values, null) : new Column(different, of);
    }

    static BlockDocument ofJson(String json) {
        return JSON.readValue(json, BlockDocument.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Returns the feature of that place in the block, with its position. */
    Feature feature(int at, Geometry position) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        fields.forEach((name, column) -> {
            Object value = column.value(at);
            if (value != null) {
                attributes.put(name, value);
            }
        });
        return new Feature(ids == null ? Long.toString(rows[at]) : ids.get(at), rows[at], position, attributes);
    }

    /** Returns the places of the block's features, in order. */
    IntStream places() {
        return IntStream.range(0, rows.length);
    }
}
