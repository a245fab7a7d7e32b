package org.copse.server.layer;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Layers that are drawn behind the map, for features that read them too. */
@Component
public class Backdrops {
    private final BackdropRepository backdrops;
    private final LayerRepository layers;

    Backdrops(BackdropRepository backdrops, LayerRepository layers) {
        this.backdrops = backdrops;
        this.layers = layers;
    }

    /** Returns the latest version of the layer that is drawn in a role; of several the first by name. */
    public Optional<Layer> find(BackdropRole role) {
        return backdrops.list().stream()
                .filter(backdrop -> backdrop.role() == role)
                .findFirst()
                .flatMap(backdrop -> layers.find(backdrop.id()));
    }
}
