package org.copse.server.event;

import java.util.List;

/**
 * How residents ranked the choices of a poll that is over.
 *
 * @param ballots how many took part
 * @param places by Borda count, the first first
 */
public record PollResult(int ballots, List<Place> places) {
    public PollResult {
        places = List.copyOf(places);
    }

    /**
     * A choice's place.
     *
     * @param place from 1; the same for choices with the same points
     * @param choice its number in the shortlist, from 1
     * @param points Borda count, whole or half
     */
    public record Place(int place, int choice, double points) {}
}
