package org.copse.server.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.copse.server.hotspot.CellCounting.Counted;
import org.copse.server.layer.Layer;
import org.copse.statistics.disclosure.ProtectedTable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Makes the table that is published of what was counted. */
final class QuarterTable {
    private static final double DECIMALS = 1e6;

    private final Counted counted;
    private final List<IncidentGroup> groups;
    private final ProtectedTable table;
    private final int @Nullable [] residents;

    private QuarterTable(Counted counted, List<IncidentGroup> groups, int threshold) {
        this.counted = counted;
        this.groups = groups;
        this.table = ProtectedTable.of(counted.counts(), threshold);
        this.residents = counted.residents()
                .map(exact -> Arrays.stream(exact)
                        .mapToInt(people -> (int) Math.round(people / 10) * 10)
                        .toArray())
                .orElse(null);
    }

    /** @param groups what each column of {@code counted} is */
    static PublishedQuarter of(
            Counted counted, List<IncidentGroup> groups, Quarter quarter, int cellMetres, int threshold) {
        return new QuarterTable(counted, groups, threshold).published(quarter, cellMetres, threshold);
    }

    private PublishedQuarter published(Quarter quarter, int cellMetres, int threshold) {
        Layer layer = counted.layer();
        int police = counted.policeInitiated();
        Map<String, @Nullable Integer> totals = new LinkedHashMap<>();
        totals.put(PublishedQuarter.ALL, table.isTotalShown() ? table.total() : null);
        for (int group = 0; group < groups.size(); group++) {
            totals.put(groups.get(group).key(), table.isColumnShown(group) ? table.columnTotal(group) : null);
        }
        return new PublishedQuarter(
                quarter.key(),
                quarter.first(),
                quarter.last(),
                threshold,
                counted.crs().code(),
                cellMetres,
                new PublishedQuarter.Source(
                        layer.name(),
                        layer.version(),
                        layer.origin().source(),
                        layer.origin().licence(),
                        layer.origin().asOf()),
                residents != null,
                police < threshold || !table.isTotalShown()
                        ? null
                        : (int) Math.round(100.0 * police / (police + table.total())),
                totals,
                cells());
    }

    private List<PublishedQuarter.Cell> cells() {
        List<Map<String, PublishedQuarter.Figure>> figures = new ArrayList<>();
        for (int cell = 0; cell < counted.counts().length; cell++) {
            figures.add(new LinkedHashMap<>());
        }
        for (int group = -1; group < groups.size(); group++) {
            List<OptionalInt> shown = shown(group);
            Comparison[] compared = Comparison.of(shown, residents, counted.neighbours());
            String key = group < 0 ? PublishedQuarter.ALL : groups.get(group).key();
            for (int cell = 0; cell < shown.size(); cell++) {
                figures.get(cell).put(key, new PublishedQuarter.Figure(figure(shown.get(cell)), compared[cell]));
            }
        }
        List<PublishedQuarter.Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < figures.size(); cell++) {
            cells.add(new PublishedQuarter.Cell(
                    counted.id(cell),
                    Arrays.stream(counted.outline(cell).getCoordinates())
                            .map(QuarterTable::rounded)
                            .toList(),
                    residents == null ? null : residents[cell],
                    figures.get(cell)));
        }
        return cells;
    }

    /** What is shown of a group, or of all where it is −1. */
    private List<OptionalInt> shown(int group) {
        List<OptionalInt> shown = new ArrayList<>();
        for (int cell = 0; cell < counted.counts().length; cell++) {
            boolean known = group < 0 ? table.isRowShown(cell) : table.isShown(cell, group);
            int count = group < 0 ? table.rowTotal(cell) : counted.counts()[cell][group];
            shown.add(known ? OptionalInt.of(count) : OptionalInt.empty());
        }
        return shown;
    }

    private static @Nullable Integer figure(OptionalInt shown) {
        return shown.isPresent() ? Integer.valueOf(shown.getAsInt()) : null;
    }

    private static double[] rounded(Coordinate at) {
        return new double[] {Math.round(at.x * DECIMALS) / DECIMALS, Math.round(at.y * DECIMALS) / DECIMALS};
    }
}
