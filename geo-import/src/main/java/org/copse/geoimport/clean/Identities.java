package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.Feature;
import org.locationtech.jts.geom.Geometry;

/** The features of a layer in memory by id and by geometry, to find the same one twice. */
final class Identities {
    private final Map<String, Feature> byId = new HashMap<>();
    private final Map<Long, List<Feature>> byGeometry = new HashMap<>();

    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** Returns whether a feature with the same id, geometry and attributes is there. */
    boolean same(Feature feature) {
        Feature other = byId.get(feature.id());
        return other != null
                && other.geometry().equalsExact(feature.geometry())
                && other.attributes().equals(feature.attributes());
    }

    /** Returns whether any feature with the same geometry is there; and if {@code alike}, with the same attributes. */
    boolean sameGeometry(Feature feature, boolean alike) {
        for (Feature other : byGeometry.getOrDefault(hash(feature.geometry()), List.of())) {
            boolean equal = other.geometry().equalsExact(feature.geometry());
            if (equal && (!alike || other.attributes().equals(feature.attributes()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns {@code id}, with a number where it is taken. */
    String unique(String id) {
        String free = id;
        for (int n = 2; byId.containsKey(free); n++) {
            free = id + "#" + n;
        }
        return free;
    }

    void add(Feature feature) {
        byId.put(feature.id(), feature);
        if (!feature.geometry().isEmpty()) {
            byGeometry
                    .computeIfAbsent(hash(feature.geometry()), h -> new ArrayList<>(1))
                    .add(feature);
        }
    }

    private static long hash(Geometry geometry) {
        long hash = geometry.getNumPoints();
        for (var c : geometry.getCoordinates()) {
            hash = hash * 31 + Double.doubleToLongBits(c.x);
            hash = hash * 31 + Double.doubleToLongBits(c.y);
        }
        return hash;
    }
}
