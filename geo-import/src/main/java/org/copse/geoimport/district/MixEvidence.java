package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.planning.workload.IndexMinutes;
import org.copse.planning.workload.Minutes;
import org.copse.planning.workload.MixWeights;
import org.copse.planning.workload.WorkloadWeights;

/** The columns that a planner has chosen for the mix of the population, with what their numbers are. */
final class MixEvidence {
    private final UnitMap map;
    private final Residents residents;
    private final List<MixField> fields = new ArrayList<>();

    /**
     * Finds each column in the units.
     *
     * @throws ImportRefused when a column is not there, holds no number, or holds a share over 1
     */
    MixEvidence(UnitMap map, Residents residents, List<MixField> chosen) {
        this.map = map;
        this.residents = residents;
        for (MixField field : chosen) {
            fields.add(new MixField(field.field(), kind(field)));
        }
    }

    private MixField.Kind kind(MixField field) {
        boolean share = true;
        boolean count = true;
        boolean any = false;
        for (int u = 0; u < map.size(); u++) {
            OptionalDouble value = value(u, field);
            if (value.isPresent()) {
                any = true;
                requireShare(u, field, value.getAsDouble());
                share &= value.getAsDouble() >= 0 && value.getAsDouble() <= 1;
                count &= value.getAsDouble() >= 0
                        && value.getAsDouble() == Math.rint(value.getAsDouble())
                        && (residents.isEstimated(u) || value.getAsDouble() <= residents.count(u));
            }
        }
        if (!any) {
            throw new ImportRefused(
                    RefusalCode.COLUMN_MISSING,
                    map.layer().name(),
                    "no unit has a number in a column " + field.field() + " for the mix",
                    "Choose among " + columns() + ".");
        }
        if (field.kind() != MixField.Kind.DETECT) {
            return field.kind();
        }
        return share ? MixField.Kind.SHARE : count ? MixField.Kind.COUNT : MixField.Kind.INDEX;
    }

    private void requireShare(int unit, MixField field, double value) {
        if (field.kind() == MixField.Kind.SHARE && value > 1) {
            throw new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    map.layer().name() + ", column " + field.field(),
                    "unit " + map.layer().features().get(unit).id() + " has " + value + ", and a share is at most 1",
                    "Divide percentages by 100, or name the column with :count where it counts people.");
        }
    }

    private String columns() {
        return String.join(", ", map.layer().features().get(0).attributes().keySet());
    }

    private OptionalDouble value(int unit, MixField field) {
        Feature feature = map.layer().features().get(unit);
        return feature.number(field.field());
    }

    /** Returns the people of a unit in each chosen group. */
    Map<String, Double> groups(int unit) {
        Map<String, Double> groups = new TreeMap<>();
        for (MixField field : fields) {
            OptionalDouble value = value(unit, field);
            if (!field.isIndex() && value.isPresent() && value.getAsDouble() >= 0) {
                double people = field.kind() == MixField.Kind.SHARE
                        ? value.getAsDouble() * residents.count(unit)
                        : value.getAsDouble();
                groups.put(field.field(), people);
            }
        }
        return groups;
    }

    /** Returns the values of a unit in each chosen index. */
    Map<String, Double> indices(int unit) {
        Map<String, Double> indices = new TreeMap<>();
        for (MixField field : fields) {
            if (field.isIndex()) {
                value(unit, field).ifPresent(value -> indices.put(field.field(), value));
            }
        }
        return indices;
    }

    /** Returns the share of each group among a unit's residents, 0 to 1, in the order of the fields. */
    double[] shares(int unit) {
        Map<String, Double> groups = groups(unit);
        return fields.stream()
                .filter(field -> !field.isIndex())
                .mapToDouble(field -> residents.count(unit) == 0
                        ? 0
                        : Math.min(1, groups.getOrDefault(field.field(), 0.0) / residents.count(unit)))
                .toArray();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Returns weights in which each chosen column has minutes: those the planner gave, or starting values. */
    WorkloadWeights complete(WorkloadWeights weights) {
        Map<String, Minutes> groups = new LinkedHashMap<>(weights.mix().groups());
        Map<String, IndexMinutes> indices = new LinkedHashMap<>(weights.mix().indices());
        for (MixField field : fields) {
            if (field.isIndex()) {
                indices.putIfAbsent(
                        field.field(),
                        new IndexMinutes(
                                WorkloadWeights.STARTING_INDEX_MINUTES, field.kind() == MixField.Kind.INDEX_LOW));
            } else {
                groups.putIfAbsent(field.field(), WorkloadWeights.STARTING_GROUP_MINUTES);
            }
        }
        return weights.with(new MixWeights(groups, indices, weights.mix().capShare()));
    }
}
