package org.copse.server.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.layer.BackdropRole;
import org.copse.server.layer.Backdrops;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Where streets are known from: a layer of addresses, else one of streets, else nowhere. */
@Component
public class StreetSource {
    private final LayerStore layers;
    private final Backdrops backdrops;

    StreetSource(LayerStore layers, Backdrops backdrops) {
        this.layers = layers;
        this.backdrops = backdrops;
    }

    /**
     * Residents whose officer changes, street by street.
     *
     * @param source {@code addresses}, {@code streets} or {@code units}: what a row is
     * @param layer the layer that it rests on, and its date; null where there is none
     * @param features how many addresses or streets the layer has
     * @param residents of the district
     * @param changing of those, whose officer changes; exact as far as residents are
     * @param withoutStreet residents of units on which no street or address lies
     */
    public record Report(
            String source,
            @Nullable String layer,
            @Nullable String asOf,
            int features,
            double residents,
            double changing,
            double withoutStreet,
            List<StreetChanges.Row> rows) {}

    /**
     * Returns who changes, street by street.
     *
     * @param unitsLayer where the units lie; null where it is not known, and no street can be
     * @param known the units, with whether their officer changes
     */
    public Report report(@Nullable UUID unitsLayer, List<StreetChanges.Unit> known) {
        Map<String, Geometry> areas = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Set<String> wanted = new HashSet<>();
        known.forEach(unit -> wanted.add(unit.id()));
        if (unitsLayer != null) {
            String nameColumn = layers.find(unitsLayer)
                    .flatMap(layer -> layer.roles().find(Role.NAME))
                    .orElse("name");
            layers.forEachFeature(unitsLayer, feature -> {
                if (wanted.contains(feature.id())) {
                    areas.put(feature.id(), feature.geometry());
                    feature.text(nameColumn)
                            .ifPresent(name -> names.put(feature.id(), name + " (" + feature.id() + ")"));
                }
            });
        }
        List<StreetChanges.Unit> units = new ArrayList<>();
        known.forEach(unit -> units.add(new StreetChanges.Unit(
                unit.id(), names.getOrDefault(unit.id(), unit.name()), unit.residents(), unit.changing())));
        double residents =
                units.stream().mapToDouble(StreetChanges.Unit::residents).sum();
        double changing = units.stream()
                .filter(StreetChanges.Unit::changing)
                .mapToDouble(StreetChanges.Unit::residents)
                .sum();
        StreetChanges changes = new StreetChanges(units, areas);
        Optional<Layer> layer = addresses(changes).or(() -> streets(changes));
        if (layer.isEmpty() || changes.streets().isEmpty()) {
            return new Report("units", null, null, 0, residents, changing, 0, StreetChanges.perUnit(units));
        }
        Layer from = layer.get();
        return new Report(
                from.kind() == LayerKind.ADDRESSES ? "addresses" : "streets",
                from.name(),
                from.origin().asOf(),
                from.features(),
                residents,
                changing,
                changes.residentsWithoutStreet(),
                changes.streets());
    }

    private Optional<Layer> addresses(StreetChanges changes) {
        Optional<Layer> newest = layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.ADDRESSES)
                .findFirst();
        newest.ifPresent(layer -> {
            String street = layer.roles().find(Role.STREET).orElse("street");
            layers.forEachFeature(layer.id(), feature -> {
                if (!feature.geometry().isEmpty()) {
                    feature.text(street)
                            .ifPresent(name -> changes.addAddress(
                                    name, feature.geometry().getInteriorPoint().getCoordinate()));
                }
            });
        });
        return newest.filter(layer -> !changes.streets().isEmpty());
    }

    private Optional<Layer> streets(StreetChanges changes) {
        Optional<Layer> newest = backdrops.find(BackdropRole.STREET);
        newest.ifPresent(layer -> {
            String named = layer.roles().find(Role.NAME).orElse("name");
            layers.forEachFeature(layer.id(), feature -> feature.text(named)
                    .ifPresent(name -> changes.addStreet(name, feature.geometry())));
        });
        return newest;
    }
}
