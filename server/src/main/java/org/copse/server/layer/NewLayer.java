package org.copse.server.layer;

import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.jspecify.annotations.Nullable;

/**
 * A layer to be made of a file: the next version of the layer of its kind and name.
 *
 * @param name the layer's; not blank
 * @param backdrop what it shows when it is drawn behind the map; taken as land where that is not said. Null for other kinds
 * @param by the account that imports
 */
public record NewLayer(
        ImportRequest request, String name, LayerOrigin origin, @Nullable BackdropRole backdrop, String by) {
    public NewLayer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the layer's name is blank");
        }
        if (backdrop != null && request.kind() != LayerKind.BACKDROP) {
            throw new IllegalArgumentException("a layer of " + request.kind() + " cannot be drawn behind the map");
        }
        if (backdrop == null && request.kind() == LayerKind.BACKDROP) {
            backdrop = BackdropRole.LAND;
        }
    }

    LayerKind kind() {
        return request.kind();
    }
}
