package org.copse.server.proposal;

import java.util.Locale;
import org.copse.planning.plan.Place;

/**
 * A place in a plan for the wire.
 *
 * @param kind beat, sector or unit
 * @param id the number of a beat or sector, the id of a unit
 */
public record PlaceView(String kind, String id) {

    /** Returns a place for the wire. */
    public static PlaceView of(Place place) {
        return new PlaceView(place.kind().name().toLowerCase(Locale.ROOT), place.id());
    }
}
