package org.copse.server.address;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Where addresses come from. The server's is {@link AddressLayers}; tests bring their own. */
public interface AddressSource {

    /** Returns the layers that addresses are taken from now: of each name the newest version. */
    Set<UUID> listNewest();

    /** Hands over the addresses of these layers one by one. */
    void forEach(Set<UUID> layers, Consumer<AddressRow> taker);
}
