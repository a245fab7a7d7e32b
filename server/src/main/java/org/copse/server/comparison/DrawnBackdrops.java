package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.List;
import org.copse.server.comparison.ComparisonSheet.Backdrop;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.layer.BackdropRole;
import org.copse.server.layer.Backdrops;
import org.copse.server.layer.LayerStore;
import org.springframework.stereotype.Component;

/** The authority's own land, parks and water, as they lie behind a printed map. */
@Component
class DrawnBackdrops {
    private static final List<BackdropRole> DRAWN = List.of(BackdropRole.LAND, BackdropRole.PARK, BackdropRole.WATER);

    private final Backdrops backdrops;
    private final LayerStore layers;

    DrawnBackdrops(Backdrops backdrops, LayerStore layers) {
        this.backdrops = backdrops;
        this.layers = layers;
    }

    List<Backdrop> list() {
        List<Backdrop> all = new ArrayList<>();
        for (BackdropRole role : DRAWN) {
            MapStyle style = MapStyle.area(Palette.light().colour("map-" + role.key()));
            backdrops
                    .find(role)
                    .ifPresent(layer -> layers.forEachFeature(
                            layer.id(), feature -> all.add(new Backdrop(feature.geometry(), style))));
        }
        return all;
    }
}
