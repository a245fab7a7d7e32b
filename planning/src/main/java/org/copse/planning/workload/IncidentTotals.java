package org.copse.planning.workload;

/**
 * Which incidents counted as conflict and which did not, over the period of the data.
 *
 * @param recorded all incidents inside units
 * @param counted those that count
 * @param policeInitiated those that police started, left out
 * @param policeFound those of unknown origin in categories that police find, left out
 * @param unknownCounted those of unknown origin that count all the same
 * @param months the period
 */
public record IncidentTotals(
        long recorded, long counted, long policeInitiated, long policeFound, long unknownCounted, double months) {

    /** Returns the share of recorded incidents that do not count, 0 to 1; 0 when there are none. */
    public double shareLeftOut() {
        return recorded == 0 ? 0 : (double) (policeInitiated + policeFound) / recorded;
    }

    static IncidentTotals of(Iterable<UnitEvidence> units, ConflictWeights weights) {
        Initiated all = Initiated.NONE;
        long policeFound = 0;
        double months = 0;
        for (UnitEvidence unit : units) {
            months = Math.max(months, unit.incidents().months());
            for (var category : unit.incidents().byCategory().entrySet()) {
                all = all.plus(category.getValue());
                policeFound += weights.isPoliceFound(category.getKey())
                        ? category.getValue().byUnknown()
                        : 0;
            }
        }
        return new IncidentTotals(
                all.total(),
                all.total() - all.byPolice() - policeFound,
                all.byPolice(),
                policeFound,
                all.byUnknown() - policeFound,
                months);
    }
}
