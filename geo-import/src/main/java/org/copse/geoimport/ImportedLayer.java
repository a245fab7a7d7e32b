package org.copse.geoimport;

import java.util.List;

/** A layer in memory: cleaned features, in the order of the file. */
public final class ImportedLayer {
    private final LayerKind kind;
    private final List<Feature> features;
    private final FieldRoles roles;
    private final ImportReport report;

    /**
     * @param features cleaned, in WGS 84
     * @param roles given or detected
     */
    public ImportedLayer(LayerKind kind, List<Feature> features, FieldRoles roles, ImportReport report) {
        this.kind = kind;
        this.features = List.copyOf(features);
        this.roles = roles;
        this.report = report;
    }

    /** Returns what the layer is about. */
    public LayerKind kind() {
        return kind;
    }

    /** Returns the features, in the order of the file. */
    public List<Feature> features() {
        return features;
    }

    /** Returns the columns by role, as given or detected. */
    public FieldRoles roles() {
        return roles;
    }

    /** Returns what became of each feature of the file. */
    public ImportReport report() {
        return report;
    }
}
