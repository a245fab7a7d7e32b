package org.copse.geoimport.district;

import java.util.List;
import java.util.Optional;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.RejectionCode;

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

    /**
     * Returns a layer that was just read from a file.
     *
     * @throws ImportRefused when it is a table with several rows for one unit
     */
    public static DistrictLayer of(ImportedLayer layer) {
        return of(layer, layer.report().file());
    }

    /**
     * Returns a layer that people know by {@code name}.
     *
     * @throws ImportRefused when it is a table with several rows for one unit
     */
    public static DistrictLayer of(ImportedLayer layer, String name) {
        if (layer.kind() == LayerKind.POPULATION) {
            requireOneRowPerUnit(layer, name);
        }
        return new DistrictLayer(layer.kind(), name, layer.features(), layer.roles());
    }

    /** The import keeps the first row of a key, which of several years is most often the oldest. */
    private static void requireOneRowPerUnit(ImportedLayer layer, String name) {
        for (ImportReport.Rejection rejection : layer.report().rejections()) {
            if (rejection.code().equals(RejectionCode.KEY_REPEATED.key())) {
                String first = rejection.examples().stream()
                        .findFirst()
                        .map(example -> ", the first at row " + example.row() + ": " + example.detail())
                        .orElse("");
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        name,
                        rejection.count() + " rows repeat the key of another row" + first,
                        "Choose one row per unit, for example with --table-filter Year=2015.");
            }
        }
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
