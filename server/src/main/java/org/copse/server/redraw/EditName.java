package org.copse.server.redraw;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edit was, for whoever may undo it: a code and what it speaks of, so that each page says it in its language.
 *
 * @param code such as {@code move}
 * @param values such as {@code units} and {@code to}: numbers, texts and lists of them
 */
record EditName(String code, Map<String, Object> values) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    EditName {
        values = Map.copyOf(values);
    }

    static EditName of(String code) {
        return new EditName(code, Map.of());
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    static EditName ofJson(String json) {
        return JSON.readValue(json, EditName.class);
    }
}
