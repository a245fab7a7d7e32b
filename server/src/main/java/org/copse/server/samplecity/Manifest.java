package org.copse.server.samplecity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.layer.StatedTag;
import org.copse.server.officer.ServiceContact;
import org.jspecify.annotations.Nullable;

/** What the sample city consists of. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(String city, List<Entry> layers, OfficerList officers, ServiceContact contact) {

    /**
     * One layer.
     *
     * @param file beside the manifest
     * @param tags what each column is, where columns are about people
     * @param role what a backdrop shows
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String file,
            LayerKind kind,
            String name,
            Map<Role, String> roles,
            @Nullable Map<String, StatedTag> tags,
            @Nullable String source,
            @Nullable String licence,
            @Nullable String purpose,
            @Nullable String legalBasis,
            @Nullable String asOf,
            @Nullable String role) {

        DataUse use() {
            DataUse use =
                    new DataUse(Optional.ofNullable(purpose), Optional.ofNullable(legalBasis), Map.of(), Map.of());
            for (Map.Entry<String, StatedTag> tag : Objects.requireNonNullElse(tags, Map.<String, StatedTag>of())
                    .entrySet()) {
                use = tag.getValue().addTo(use, tag.getKey());
            }
            return use;
        }
    }

    /** The officers of the beats in force. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfficerList(String file) {}
}
