package org.copse.geoimport.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.copse.geoimport.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The difference from one version of a layer to the next. Serialises as JSON.
 *
 * @param added ids that only the new version has, in its order
 * @param removed ids that only the old version has, in its order
 * @param changed features of both that differ, in the order of the new version
 * @param unchanged features that are the same in both
 */
public record LayerDifference(List<String> added, List<String> removed, List<Changed> changed, long unchanged) {

    /**
     * A feature of both versions that differs.
     *
     * @param id in the new version
     * @param formerId in the old version where it was another one and the geometry says that it is the same; else null
     * @param geometry whether the geometry differs
     * @param attributes that differ, in the order of the new version
     */
    public record Changed(String id, @Nullable String formerId, boolean geometry, List<AttributeChange> attributes) {
        public Changed {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A value that differs.
     *
     * @param before null where there was none
     * @param after null where there is none
     */
    public record AttributeChange(String column, @Nullable Object before, @Nullable Object after) {}

    public LayerDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Returns whether nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /**
     * Returns the difference of two versions. Time and memory grow with their size, not with its square.
     *
     * @param before features of the old version
     * @param after features of the new version
     * @param idsFromFile whether ids come from the file; where rows were only numbered, ids say nothing and geometry alone
     *     tells which feature is which
     */
    public static LayerDifference between(Collection<Feature> before, Collection<Feature> after, boolean idsFromFile) {
        Map<Feature, Feature> former = new Pairing(before, after, idsFromFile).formerOfEach();
        List<String> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        long unchanged = 0;
        for (Feature now : after) {
            Feature then = former.get(now);
            if (then == null) {
                added.add(now.id());
                continue;
            }
            Changed change = compare(then, now, idsFromFile);
            if (change == null) {
                unchanged++;
            } else {
                changed.add(change);
            }
        }
        Set<Feature> kept = new LinkedHashSet<>(former.values());
        List<String> removed = before.stream()
                .filter(then -> !kept.contains(then))
                .map(Feature::id)
                .toList();
        return new LayerDifference(added, removed, changed, unchanged);
    }

    private static @Nullable Changed compare(Feature then, Feature now, boolean idsFromFile) {
        boolean moved = !then.geometry().equalsExact(now.geometry());
        boolean renamed = idsFromFile && !then.id().equals(now.id());
        Set<String> columns = new LinkedHashSet<>(now.attributes().keySet());
        columns.addAll(then.attributes().keySet());
        List<AttributeChange> values = new ArrayList<>();
        for (String column : columns) {
            Object old = then.attributes().get(column);
            Object recent = now.attributes().get(column);
            if (!same(old, recent)) {
                values.add(new AttributeChange(column, old, recent));
            }
        }
        boolean differs = moved || renamed || !values.isEmpty();
        return differs ? new Changed(now.id(), renamed ? then.id() : null, moved, values) : null;
    }

    /** A whole number is the same whether a database or a file hands it over as decimal or not. */
    private static boolean same(@Nullable Object old, @Nullable Object recent) {
        return (old instanceof Number a && recent instanceof Number b)
                ? Double.compare(a.doubleValue(), b.doubleValue()) == 0
                : Objects.equals(old, recent);
    }

    /** Finds for features of the new version the one of the old version that they are. */
    private static final class Pairing {
        private final Collection<Feature> before;
        private final Collection<Feature> after;
        private final boolean byId;
        private final Map<Feature, Feature> former = new LinkedHashMap<>();

        Pairing(Collection<Feature> before, Collection<Feature> after, boolean byId) {
            this.before = before;
            this.after = after;
            this.byId = byId;
        }

        Map<Feature, Feature> formerOfEach() {
            Map<String, Feature> ids = new HashMap<>();
            if (byId) {
                before.forEach(feature -> ids.put(feature.id(), feature));
            }
            Set<Feature> paired = new LinkedHashSet<>();
            for (Feature now : after) {
                Feature then = ids.get(now.id());
                if (then != null && paired.add(then)) {
                    former.put(now, then);
                }
            }
            byGeometry(paired);
            return former;
        }

        private void byGeometry(Set<Feature> paired) {
            Map<Long, Deque<Feature>> free = new HashMap<>();
            for (Feature then : before) {
                if (!paired.contains(then) && !then.geometry().isEmpty()) {
                    free.computeIfAbsent(hash(then.geometry()), h -> new ArrayDeque<>())
                            .add(then);
                }
            }
            for (Feature now : after) {
                if (!former.containsKey(now) && !now.geometry().isEmpty()) {
                    Feature then = take(free.get(hash(now.geometry())), now);
                    if (then != null) {
                        former.put(now, then);
                    }
                }
            }
        }

        /** Takes the one with the same geometry: with the same attributes, where several lie on each other. */
        private static @Nullable Feature take(@Nullable Deque<Feature> candidates, Feature now) {
            if (candidates == null) {
                return null;
            }
            Feature first = null;
            int looked = 0;
            for (Feature then : candidates) {
                // A thousand events on one spot are told apart by a look at a few of them.
                looked++;
                if (looked > 50 && first != null) {
                    break;
                }
                if (then.geometry().equalsExact(now.geometry())) {
                    first = first == null ? then : first;
                    if (then.attributes().equals(now.attributes())) {
                        first = then;
                        break;
                    }
                }
            }
            if (first != null) {
                candidates.removeFirstOccurrence(first);
            }
            return first;
        }

        private static long hash(Geometry geometry) {
            long hash = geometry.getNumPoints();
            for (Coordinate c : geometry.getCoordinates()) {
                hash = (hash * 31) + Double.doubleToLongBits(c.x);
                hash = (hash * 31) + Double.doubleToLongBits(c.y);
            }
            return hash;
        }
    }
}
