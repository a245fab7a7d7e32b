package org.copse.server.samplecity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.officer.ServiceContact;
import org.jspecify.annotations.Nullable;

/** What the sample city consists of. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(String city, List<Entry> layers, OfficerList officers, ServiceContact contact) {

    /**
     * One layer.
     *
     * @param file beside the manifest
     * @param role what a backdrop shows
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String file,
            LayerKind kind,
            String name,
            Map<Role, String> roles,
            @Nullable String source,
            @Nullable String licence,
            @Nullable String purpose,
            @Nullable String legalBasis,
            @Nullable String asOf,
            @Nullable String role) {}

    /** The officers of the beats in force. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfficerList(String file) {}
}
