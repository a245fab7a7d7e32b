package org.copse.server.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** The contact points of the newest layers of that kind, nearest first. There are tens of them, so all are kept and all are measured. */
@Component
class ContactPoints {
    private static final int NAMED = 3;

    private final LayerStore layers;
    private volatile Loaded loaded = new Loaded(Set.of(), List.of());

    ContactPoints(LayerStore layers) {
        this.layers = layers;
    }

    private record Place(String name, @Nullable String address, @Nullable String hours, double lon, double lat) {}

    private record Loaded(Set<UUID> from, List<Place> places) {}

    /** Reads the layers again if they are others than before. */
    void refresh() {
        Set<String> names = new HashSet<>();
        List<Layer> newest = layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.CONTACT_POINTS)
                .sorted(Comparator.comparingInt(Layer::version).reversed())
                .filter(layer -> names.add(layer.name()))
                .toList();
        Set<UUID> ids = new HashSet<>();
        newest.forEach(layer -> ids.add(layer.id()));
        if (!ids.equals(loaded.from())) {
            List<Place> places = new ArrayList<>();
            newest.forEach(layer -> layers.forEachFeature(layer.id(), feature -> add(layer, feature, places)));
            loaded = new Loaded(ids, List.copyOf(places));
        }
    }

    private static void add(Layer layer, Feature feature, List<Place> places) {
        if (feature.geometry().isEmpty()) {
            return;
        }
        Point at = feature.geometry().getInteriorPoint();
        String name = Stream.of(
                        layer.roles().find(org.copse.geoimport.Role.NAME).orElse("name"), "name", "NAME")
                .map(column -> text(feature, column))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(feature.id());
        places.add(new Place(name, text(feature, "address"), text(feature, "hours"), at.getX(), at.getY()));
    }

    private static @Nullable String text(Feature feature, String column) {
        Object value = feature.attributes().get(column);
        return value == null ? null : value.toString();
    }

    /** Returns the contact points nearest to a position, at most three. */
    List<LookupAnswer.ContactPoint> nearest(double lon, double lat) {
        LocalMetres metres = LocalMetres.at(lat);
        return loaded.places().stream()
                .map(place -> new LookupAnswer.ContactPoint(
                        place.name(),
                        place.address(),
                        place.hours(),
                        Math.round(metres.between(lon, lat, place.lon(), place.lat()))))
                .sorted(Comparator.comparingLong(LookupAnswer.ContactPoint::metres))
                .limit(NAMED)
                .toList();
    }
}
