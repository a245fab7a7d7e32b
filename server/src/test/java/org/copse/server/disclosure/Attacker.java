package org.copse.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a published table and all sums that hold in it. Numbers go by {@code cell/kind}: the cell of a hexagon, or "district"; the kind, or
 * "all".
 */
final class Attacker {
    private static final String DISTRICT = "district";
    private static final String ALL = "all";

    private final Map<String, @Nullable Integer> published;
    private final List<String> cells;
    private final List<String> kinds;
    private final Map<String, Integer> unknown = new TreeMap<>();

    Attacker(Map<String, @Nullable Integer> published) {
        this.published = published;
        cells = published.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .filter(cell -> !cell.equals(DISTRICT))
                .distinct()
                .toList();
        kinds = published.keySet().stream()
                .filter(name -> name.startsWith(DISTRICT + "/"))
                .map(name -> name.substring(DISTRICT.length() + 1))
                .filter(kind -> !kind.equals(ALL))
                .toList();
        published.forEach((name, count) -> {
            if (count == null) {
                unknown.put(name, unknown.size());
            }
        });
    }

    /** Solves all equations, and asks that no count under the threshold can be told from 0 or from the threshold. */
    void findsNoneUnder(int threshold, Map<String, Integer> truth) {
        List<double[]> equations = new ArrayList<>();
        for (String cell : cells) {
            equations.add(sum(kinds.stream().map(kind -> cell + "/" + kind).toList(), cell + "/" + ALL));
        }
        for (String kind : kinds) {
            equations.add(sum(cells.stream().map(cell -> cell + "/" + kind).toList(), DISTRICT + "/" + kind));
        }
        equations.add(sum(kinds.stream().map(kind -> DISTRICT + "/" + kind).toList(), DISTRICT + "/" + ALL));
        equations.add(sum(cells.stream().map(cell -> cell + "/" + ALL).toList(), DISTRICT + "/" + ALL));
        LinearBounds bounds = new LinearBounds(equations.toArray(double[][]::new), unknown.size());
        published.forEach((name, count) -> {
            int real = truth.getOrDefault(name, 0);
            if (count != null) {
                assertThat(count).as(name).isEqualTo(real).isGreaterThanOrEqualTo(threshold);
            } else if (real < threshold) {
                int variable = unknown.getOrDefault(name, -1);
                assertThat(bounds.least(variable)).as("%s may be 0", name).isLessThan(1e-6);
                assertThat(bounds.most(variable))
                        .as("%s may be %d", name, threshold)
                        .isGreaterThan(threshold - 1e-6);
            }
        });
    }

    /** Parts less their total are 0; what is published stands on the other side. */
    private double[] sum(List<String> parts, String total) {
        double[] equation = new double[unknown.size() + 1];
        parts.forEach(part -> put(equation, part, 1));
        put(equation, total, -1);
        return equation;
    }

    private void put(double[] equation, String name, int sign) {
        Integer count = published.get(name);
        if (count == null) {
            equation[unknown.getOrDefault(name, -1)] += sign;
        } else {
            equation[unknown.size()] -= sign * count;
        }
    }
}
