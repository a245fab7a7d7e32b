package org.copse.server.layer;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The authority's own land, parks and water, as they lie behind a printed map. */
@Component
public class DrawnBackdrops {
    private static final List<BackdropRole> DRAWN = List.of(BackdropRole.LAND, BackdropRole.PARK, BackdropRole.WATER);

    private static final double LINE_WIDTH = 0.6;

    private final Backdrops backdrops;
    private final LayerStore layers;

    DrawnBackdrops(Backdrops backdrops, LayerStore layers) {
        this.backdrops = backdrops;
        this.layers = layers;
    }

    /** Something behind a map, WGS 84. */
    public record Backdrop(Geometry lonLat, MapStyle style) {}

    /** Returns what lies behind a map of everything, in the order in which it is drawn. */
    public List<Backdrop> list() {
        return list(null);
    }

    /**
     * Returns what lies behind a map, in the order in which it is drawn.
     *
     * @param shown what the map shows, WGS 84; null for everything
     */
    public List<Backdrop> list(@Nullable Envelope shown) {
        List<Backdrop> all = new ArrayList<>();
        for (BackdropRole role : DRAWN) {
            Color colour = Palette.light().colour("map-" + role.key());
            backdrops
                    .find(role)
                    .ifPresent(layer ->
                            layers.forEachFeature(layer.id(), shown, feature -> add(all, feature.geometry(), colour)));
        }
        return all;
    }

    /** Areas are filled, and what is stored as a line, such as a brook, stays one. */
    private static void add(List<Backdrop> all, Geometry geometry, Color colour) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.getDimension() > 0) {
                all.add(new Backdrop(
                        part, part.getDimension() == 2 ? MapStyle.area(colour) : MapStyle.line(colour, LINE_WIDTH)));
            }
        }
    }
}
