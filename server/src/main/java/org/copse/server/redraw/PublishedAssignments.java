package org.copse.server.redraw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans that were published: what is published is known above, and a working plan may begin as one of them. */
public interface PublishedAssignments {

    /** Returns a published plan; empty when there is none. */
    Optional<Assigned> findAssigned(UUID plan);

    /**
     * A published plan without its land.
     *
     * @param sectorNames by the sector's id, in the plan's order
     * @param beats in the plan's order
     * @param beatOfUnit the beat's id by the unit's
     */
    record Assigned(Map<String, String> sectorNames, List<Beat> beats, Map<String, String> beatOfUnit) {}

    /**
     * A beat of it.
     *
     * @param colour one of six, from 0
     */
    record Beat(String id, String sectorId, String name, int colour) {}
}
