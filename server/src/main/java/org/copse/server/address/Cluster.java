package org.copse.server.address;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Addresses of one name that lie together. */
record Cluster(List<Row> rows) {
    /** Squares of a name's addresses that touch are one street; about a kilometre, so that a gap of one never is. */
    private static final double CELL_DEGREES = 0.01;

    /** One address: its number, if it has one, its postcode, if known, and where it is. */
    record Row(@Nullable HouseNumber number, @Nullable String postcode, double lon, double lat) {}

    /** Returns the rows parted where they lie apart, in an order that rests on positions alone. */
    static List<Cluster> split(List<Row> rows) {
        Map<Cell, List<Row>> cells = new TreeMap<>();
        rows.forEach(row ->
                cells.computeIfAbsent(Cell.of(row), cell -> new ArrayList<>()).add(row));
        if (cells.size() == 1) {
            return List.of(new Cluster(rows));
        }
        Map<Cell, Boolean> seen = new HashMap<>();
        List<Cluster> clusters = new ArrayList<>();
        for (Cell start : cells.keySet()) {
            if (seen.putIfAbsent(start, true) == null) {
                clusters.add(new Cluster(together(start, cells, seen)));
            }
        }
        return clusters;
    }

    private static List<Row> together(Cell start, Map<Cell, List<Row>> cells, Map<Cell, Boolean> seen) {
        List<Row> together = new ArrayList<>();
        Deque<Cell> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            Cell cell = next.remove();
            together.addAll(cells.getOrDefault(cell, List.of()));
            for (int x = -1; x <= 1; x++) {
                for (int y = -1; y <= 1; y++) {
                    Cell neighbour = new Cell(cell.x() + x, cell.y() + y);
                    if (cells.containsKey(neighbour) && seen.putIfAbsent(neighbour, true) == null) {
                        next.add(neighbour);
                    }
                }
            }
        }
        return together;
    }

    private record Cell(int x, int y) implements Comparable<Cell> {
        static Cell of(Row row) {
            double narrower = Math.max(0.01, Math.cos(Math.toRadians(Math.rint(row.lat()))));
            return new Cell(
                    (int) Math.floor(row.lon() * narrower / CELL_DEGREES), (int) Math.floor(row.lat() / CELL_DEGREES));
        }

        @Override
        public int compareTo(Cell other) {
            int byX = Integer.compare(x, other.x);
            return byX != 0 ? byX : Integer.compare(y, other.y);
        }
    }

    /** Returns the row nearest to the mean of all: a position on the street, not beside it. */
    Row middle() {
        double lon = rows.stream().mapToDouble(Row::lon).average().orElse(0);
        double lat = rows.stream().mapToDouble(Row::lat).average().orElse(0);
        double narrower = Math.cos(Math.toRadians(lat));
        return rows.stream()
                .min(Comparator.comparingDouble(row -> Math.hypot((row.lon() - lon) * narrower, row.lat() - lat)))
                .orElseThrow();
    }

    double[] positions() {
        double[] positions = new double[2 * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            positions[2 * i] = rows.get(i).lon();
            positions[2 * i + 1] = rows.get(i).lat();
        }
        return positions;
    }
}
