package org.copse.server.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a concern is about: about places and what happens there, not about who somebody is. */
enum Category {
    TRAFFIC,
    PARKING,
    NOISE,
    LITTER,
    LIGHTING,
    DAMAGE,
    DRUGS,
    UNSAFE,
    HARASSMENT,
    NEIGHBOURS,
    ANIMALS,
    OTHER;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Category> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Category::key).toList();
    }
}
