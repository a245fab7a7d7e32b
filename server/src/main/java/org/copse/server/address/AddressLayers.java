package org.copse.server.address;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.copse.geoimport.LayerKind;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.springframework.stereotype.Component;

/** Addresses as they are imported. */
@Component
class AddressLayers implements AddressSource {
    private final LayerStore layers;

    AddressLayers(LayerStore layers) {
        this.layers = layers;
    }

    @Override
    public Set<UUID> listNewest() {
        Set<UUID> newest = new LinkedHashSet<>();
        Set<String> names = new HashSet<>();
        // Of each name the newest version comes first.
        for (Layer layer : layers.list()) {
            if (layer.kind() == LayerKind.ADDRESSES && names.add(layer.name())) {
                newest.add(layer.id());
            }
        }
        return newest;
    }

    @Override
    public void forEach(Set<UUID> wanted, Consumer<AddressRow> taker) {
        for (UUID id : wanted) {
            Optional<AddressColumns> columns = layers.find(id).map(layer -> new AddressColumns(layer.roles()));
            columns.ifPresent(read ->
                    layers.forEachFeature(id, feature -> read.find(feature).ifPresent(taker)));
        }
    }
}
