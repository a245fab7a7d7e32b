package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copse.planning.measure.Group;
import org.copse.planning.workload.UnitEvidence;

/**
 * The groups that the columns of the mix name: the people that a column counts, or, where it is an index such as an income, the residents of the
 * units with its lowest and its highest values, a fifth of all residents each.
 */
final class ChosenGroups {
    private static final double SHARE = 0.2;

    private ChosenGroups() {}

    static List<Group> of(List<UnitEvidence> units) {
        Set<String> counted = new TreeSet<>();
        Set<String> indices = new TreeSet<>();
        units.forEach(unit -> {
            counted.addAll(unit.groups().keySet());
            indices.addAll(unit.indices().keySet());
        });
        List<Group> groups = new ArrayList<>();
        for (String column : counted) {
            double[] people = new double[units.size()];
            for (int u = 0; u < people.length; u++) {
                people[u] =
                        Math.min(units.get(u).residents(), units.get(u).groups().getOrDefault(column, 0.0));
            }
            groups.add(new Group(column, people));
        }
        for (String index : indices) {
            groups.add(end(units, index, "lowest", Comparator.naturalOrder()));
            groups.add(end(units, index, "highest", Comparator.reverseOrder()));
        }
        return groups;
    }

    /** Whole units, so that the fifth is reached and not passed by more than a unit. */
    private static Group end(List<UnitEvidence> units, String index, String which, Comparator<Double> order) {
        List<Integer> known = new ArrayList<>();
        double total = 0;
        for (int u = 0; u < units.size(); u++) {
            if (units.get(u).indices().containsKey(index)) {
                known.add(u);
                total += units.get(u).residents();
            }
        }
        known.sort(Comparator.comparing(u -> units.get(u).indices().getOrDefault(index, 0.0), order));
        double[] people = new double[units.size()];
        double taken = 0;
        for (int u : known) {
            if (taken >= SHARE * total) {
                break;
            }
            people[u] = units.get(u).residents();
            taken += people[u];
        }
        return new Group(index + ":" + which, people);
    }
}
