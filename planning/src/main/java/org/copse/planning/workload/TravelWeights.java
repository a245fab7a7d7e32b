package org.copse.planning.workload;

/**
 * How officers get around inside a unit.
 *
 * @param kilometresPerHour 4 on foot, 12 by bicycle; 1 to 100
 * @param toursPerMonth on how many tours the visits of a month are made; 0 takes the way between visits out; to 200
 * @param reason why; not blank
 * @param author who set it; not blank
 */
public record TravelWeights(double kilometresPerHour, double toursPerMonth, String reason, String author) {
    /** Checks the speed and the number of tours. */
    public TravelWeights {
        Minutes.within("kilometresPerHour", kilometresPerHour, 1, 100);
        Minutes.within("toursPerMonth", toursPerMonth, 0, 200);
        Minutes.said("reason", reason);
        Minutes.said("author", author);
    }

    TravelWeights removed() {
        return new TravelWeights(kilometresPerHour, 0, "Criterion removed", author);
    }
}
