package org.copse.planning.workload;

import java.util.List;

/**
 * How often officers come and go, and how fast.
 *
 * @param shiftsPerMonth shifts of one officer in a month; each is one way to the unit and one back; 0 to 100
 * @param centreShare the share of shifts on which the officer also goes to the centre and back; 0 to 1
 * @param rings speeds by distance, each ring ending farther out than the one before; the last speed goes on for ever
 * @param reason why; not blank
 * @param author who set it; not blank
 */
public record AccessWeights(
        double shiftsPerMonth, double centreShare, List<SpeedRing> rings, String reason, String author) {

    /** Checks the bounds and that the rings grow. */
    public AccessWeights {
        Minutes.within("shiftsPerMonth", shiftsPerMonth, 0, 100);
        Minutes.within("centreShare", centreShare, 0, 1);
        rings = List.copyOf(rings);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("rings is empty: give at least one speed");
        }
        for (int i = 1; i < rings.size(); i++) {
            if (rings.get(i).toKilometres() <= rings.get(i - 1).toKilometres()) {
                throw new IllegalArgumentException("rings[" + i + "].toKilometres is "
                        + rings.get(i).toKilometres() + ": it must be over "
                        + rings.get(i - 1).toKilometres() + ", where the ring before ends");
            }
        }
        Minutes.said("reason", reason);
        Minutes.said("author", author);
    }

    /** Returns the minutes that a straight-line distance takes, one way, through the rings. */
    public double minutesFor(double metres) {
        double kilometresLeft = metres / 1000;
        double from = 0;
        double hours = 0;
        for (int i = 0; i < rings.size(); i++) {
            SpeedRing ring = rings.get(i);
            boolean last = i == rings.size() - 1;
            double within = last ? kilometresLeft : Math.min(kilometresLeft, ring.toKilometres() - from);
            hours += within / ring.kilometresPerHour();
            kilometresLeft -= within;
            from = ring.toKilometres();
        }
        return hours * 60;
    }

    AccessWeights removed() {
        return new AccessWeights(0, centreShare, rings, "Criterion removed", author);
    }
}
