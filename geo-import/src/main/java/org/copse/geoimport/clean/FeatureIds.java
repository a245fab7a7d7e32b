package org.copse.geoimport.clean;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Gives each feature the id it has in its layer, and finds features that are there already. */
final class FeatureIds {
    private final LayerKind kind;
    private final @Nullable String column;
    private final ReportBuilder report;
    private final @Nullable Identities known;
    private final @Nullable StreamedIdentities streamed;
    private final Set<String> keys = new HashSet<>();
    private boolean numbered;

    FeatureIds(LayerKind kind, FieldRoles roles, ReportBuilder report, boolean inMemory) {
        this.kind = kind;
        this.column = roles.find(kind == LayerKind.POPULATION ? Role.KEY : Role.ID)
                .or(() -> kind == LayerKind.AREAS_IN_FORCE ? roles.find(Role.BEAT) : java.util.Optional.empty())
                .orElse(null);
        this.report = report;
        // The same position, day and category twice is two incidents: open data snaps positions.
        this.known = inMemory && kind != LayerKind.INCIDENTS ? new Identities() : null;
        this.streamed = known == null && column != null ? new StreamedIdentities() : null;
    }

    boolean inMemory() {
        return known != null;
    }

    Feature identify(
            SourceFeature raw, Geometry geometry, Map<String, Object> attributes, Map<ChangeCode, String> details)
            throws Rejected {
        String id = id(raw, details);
        Feature feature = new Feature(id, raw.row(), geometry, attributes);
        if (known == null) {
            return streamed == null ? feature : streamed(feature, streamed, details);
        }
        if (kind == LayerKind.POPULATION) {
            return keyed(feature);
        }
        return distinct(feature, known, details);
    }

    private String id(SourceFeature raw, Map<ChangeCode, String> details) throws Rejected {
        Object value = column == null ? raw.id() : raw.attributes().get(column);
        String text = value == null ? "" : value.toString();
        String tidy = tidy(text);
        if (tidy.isEmpty()) {
            if (kind == LayerKind.POPULATION && column != null) {
                throw new Rejected(RejectionCode.NO_KEY, "\"" + column + "\" is empty");
            }
            if (column == null) {
                numbered = true;
            } else {
                details.put(ChangeCode.ID_ASSIGNED, "row " + raw.row());
            }
            return String.valueOf(raw.row());
        }
        if (!tidy.equals(text)) {
            details.put(ChangeCode.ID_TIDIED, "\"" + text + "\" is now \"" + tidy + "\"");
        }
        return tidy;
    }

    private static String tidy(String text) {
        String stripped = text.strip();
        return stripped.matches("[0-9]{1,18}\\.0+") ? stripped.substring(0, stripped.indexOf('.')) : stripped;
    }

    private Feature keyed(Feature feature) throws Rejected {
        if (column != null && !keys.add(feature.id())) {
            throw new Rejected(RejectionCode.KEY_REPEATED, "\"" + column + "\" is " + feature.id());
        }
        return feature;
    }

    /** As {@link #distinct}, by fingerprints. */
    private static Feature streamed(Feature feature, StreamedIdentities others, Map<ChangeCode, String> details)
            throws Rejected {
        switch (others.see(feature)) {
            case SAME -> throw duplicate(feature);
            case ID_TAKEN -> {
                // Nothing says which numbers are taken; that of the row is not.
                String free = feature.id() + "#" + feature.row();
                details.put(ChangeCode.ID_MADE_UNIQUE, feature.id() + " is now " + free);
                return new Feature(free, feature.row(), feature.geometry(), feature.attributes());
            }
            default -> {
                return feature;
            }
        }
    }

    private static Rejected duplicate(Feature feature) {
        Coordinate at = feature.geometry().getCoordinate();
        return new Rejected(
                RejectionCode.DUPLICATE,
                "id " + feature.id(),
                at == null ? Double.NaN : at.x,
                at == null ? Double.NaN : at.y);
    }

    private Feature distinct(Feature feature, Identities others, Map<ChangeCode, String> details) throws Rejected {
        boolean twice = column == null
                ? !feature.geometry().isEmpty() && others.sameGeometry(feature, true)
                : others.same(feature);
        if (twice) {
            throw duplicate(feature);
        }
        if (feature.geometry().getDimension() == 2 && others.sameGeometry(feature, false)) {
            report.warnCounted(WarningCode.SAME_GEOMETRY, "areas that lie on another one with other attributes");
        }
        Feature unique = feature;
        if (others.has(feature.id())) {
            String free = others.unique(feature.id());
            boolean parts = kind == LayerKind.AREAS_IN_FORCE || kind == LayerKind.NEIGHBOURHOODS;
            details.put(
                    ChangeCode.ID_MADE_UNIQUE,
                    parts ? "another part of " + feature.id() + ", kept as " + free : feature.id() + " is now " + free);
            unique = new Feature(free, feature.row(), feature.geometry(), feature.attributes());
        }
        others.add(unique);
        return unique;
    }

    void finish() {
        if (streamed != null && streamed.full()) {
            report.warn(
                    WarningCode.IDS_NOT_COMPARED,
                    "ids beyond the first " + StreamedIdentities.MOST + " were not looked for again");
        }
        if (numbered) {
            report.warn(WarningCode.IDS_ASSIGNED, "no column plays the role of the id: features are numbered by row");
        }
    }
}
