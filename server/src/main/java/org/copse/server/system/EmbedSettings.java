package org.copse.server.system;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may show the finder in a frame of theirs.
 *
 * @param ancestors their origins, such as {@code https://www.city.example}; empty for nobody's
 */
@ConfigurationProperties("copse.embed")
public record EmbedSettings(@DefaultValue Set<String> ancestors) {
    private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

    public EmbedSettings {
        ancestors = Set.copyOf(ancestors);
        for (String origin : ancestors) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "copse.embed.ancestors must be origins such as https://www.city.example, not " + origin);
            }
        }
    }

    /** Returns who may, as a content security policy says it. */
    String sources() {
        return ancestors.isEmpty() ? "'none'" : String.join(" ", new TreeSet<>(ancestors));
    }
}
