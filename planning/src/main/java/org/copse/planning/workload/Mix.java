package org.copse.planning.workload;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The extra service minutes of each unit by who lives there, before the cap. */
final class Mix {
    private final List<UnitEvidence> units;
    private final MixWeights weights;
    private final Map<String, PercentileRank> ranks = new TreeMap<>();

    Mix(List<UnitEvidence> units, MixWeights weights) {
        this.units = units;
        this.weights = weights;
        for (String index : weights.indices().keySet()) {
            double[] known = units.stream()
                    .filter(unit -> unit.indices().containsKey(index))
                    .mapToDouble(unit -> unit.indices().get(index))
                    .toArray();
            ranks.put(index, new PercentileRank(known));
        }
    }

    /** Returns the minutes a month that the weights ask for. */
    double minutesPerMonth(int unit) {
        UnitEvidence evidence = units.get(unit);
        double minutes = 0;
        for (var group : weights.groups().entrySet()) {
            minutes += evidence.groups().getOrDefault(group.getKey(), 0.0)
                    * group.getValue().minutes();
        }
        for (var index : weights.indices().entrySet()) {
            OptionalDouble need =
                    need(evidence, index.getKey(), index.getValue().lowNeedsMore());
            minutes += evidence.residents() * index.getValue().minutes().minutes() * need.orElse(0);
        }
        return minutes;
    }

    private OptionalDouble need(UnitEvidence evidence, String index, boolean lowNeedsMore) {
        Double value = evidence.indices().get(index);
        PercentileRank rank = ranks.get(index);
        if (value == null || rank == null) {
            return OptionalDouble.empty();
        }
        double share = rank.of(value);
        return OptionalDouble.of(lowNeedsMore ? 1 - share : share);
    }

    /** Returns how many units have no value of an index; they get no minutes for it. */
    long unitsWithout(String index) {
        return units.stream().filter(unit -> !unit.indices().containsKey(index)).count();
    }
}
