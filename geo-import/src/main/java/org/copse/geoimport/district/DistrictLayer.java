package org.copse.geoimport.district;

import java.util.List;
import java.util.Optional;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;

/**
 * A layer as the district uses it, from a file or from the database.
 *
 * @param kind what it is about
 * @param name what people know it by, for messages
 * @param features in the order of their source, in WGS 84
 * @param roles which column means what
 */
public record DistrictLayer(LayerKind kind, String name, List<Feature> features, FieldRoles roles) {

    /** Copies the features. */
    public DistrictLayer {
        features = List.copyOf(features);
    }

    /** Returns a layer that was just read from a file. */
    public static DistrictLayer of(ImportedLayer layer) {
        return new DistrictLayer(layer.kind(), layer.report().file(), layer.features(), layer.roles());
    }

    /** Returns the column of a role, or empty when the layer has none. */
    Optional<String> findColumn(Role role) {
        return roles.find(role);
    }

    /**
     * Returns the column of a role.
     *
     * @throws ImportRefused when the layer has none
     */
    String column(Role role, String whatToDo) {
        return roles.find(role)
                .orElseThrow(() -> new ImportRefused(
                        RefusalCode.ROLE_MISSING, name, "no column plays the role " + role, whatToDo));
    }
}
