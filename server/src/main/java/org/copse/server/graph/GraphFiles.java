package org.copse.server.graph;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.planning.problem.DistanceRounding;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An abstract graph in a folder: {@code units.csv} and {@code edges.csv}. */
public final class GraphFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final List<PlanningUnit> units = new ArrayList<>();
    private final Map<String, Integer> numberOfId = new HashMap<>();
    private final Map<Direction, Double> sharedOf = new LinkedHashMap<>();
    private final UnitGraph graph;

    /**
     * Reads both files.
     *
     * @throws ImportRefused naming file, row and value when they are no graph
     */
    GraphFiles(Path folder) {
        each(folder.resolve("units.csv"), this::addUnit);
        if (units.isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.NOTHING_USABLE,
                    folder.resolve("units.csv").toString(),
                    "no unit",
                    "Give a row per unit: id, pop or workload, x and y.");
        }
        UnitGraph.Builder edges = UnitGraph.builder(units.size());
        each(folder.resolve("edges.csv"), row -> addEdge(row, edges));
        requireBothSides(folder.resolve("edges.csv"));
        graph = edges.build();
    }

    private interface Row {
        void take(CSVRecord row);
    }

    private static void each(Path file, Row sink) {
        try (Reader text = Files.newBufferedReader(file);
                CSVParser rows = CSV.parse(text)) {
            for (CSVRecord row : rows) {
                try {
                    sink.take(row);
                } catch (IllegalArgumentException e) {
                    throw new ImportRefused(
                            RefusalCode.BROKEN_FILE,
                            file + " row " + row.getRecordNumber(),
                            String.valueOf(e.getMessage()),
                            "Give units.csv the columns id, pop or workload, x and y or x_m and y_m, and edges.csv a, b.");
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new ImportRefused(
                    RefusalCode.NOT_READABLE,
                    file.toString(),
                    "the file cannot be read",
                    "Name a folder that holds units.csv and edges.csv.");
        }
    }

    private void addUnit(CSVRecord row) {
        String id = cell(row, "id");
        if (numberOfId.putIfAbsent(id, units.size()) != null) {
            throw new IllegalArgumentException("two units have the id " + id);
        }
        String column = row.isMapped("workload") ? "workload" : "pop";
        double weight = number(row, column);
        if (weight < 0) {
            throw new IllegalArgumentException("unit " + id + ": " + column + " is " + weight + ", below 0");
        }
        double x = number(row, row.isMapped("x_m") ? "x_m" : "x");
        double y = number(row, row.isMapped("y_m") ? "y_m" : "y");
        units.add(new PlanningUnit(id, weight, weight, x, y, 0, 0));
    }

    private void addEdge(CSVRecord row, UnitGraph.Builder edges) {
        int a = unit(cell(row, "a"));
        int b = unit(cell(row, "b"));
        if (a == b) {
            throw new IllegalArgumentException("unit " + cell(row, "a") + " cannot be its own neighbour");
        }
        double shared = row.isMapped("shared")
                        && row.isSet("shared")
                        && !row.get("shared").isBlank()
                ? number(row, "shared")
                : 0;
        Direction there = new Direction(a, b);
        if (sharedOf.putIfAbsent(there, shared) != null) {
            throw new IllegalArgumentException("the edge " + name(there) + " is there already");
        }
        Double back = sharedOf.get(there.back());
        if (back == null) {
            edges.edge(Edge.touching(a, b, shared));
        } else if (back != shared) {
            throw new IllegalArgumentException(
                    "the edge " + name(there) + " shares " + shared + " m, but " + back + " m in the other direction");
        }
    }

    /** An edge as a row has it. */
    private record Direction(int a, int b) {
        Direction back() {
            return new Direction(b, a);
        }
    }

    /** Edges are given once, or each in both directions; where most are given twice, one that is not is a mistake. */
    private void requireBothSides(Path file) {
        Predicate<Direction> twice = edge -> sharedOf.containsKey(edge.back());
        if (sharedOf.keySet().stream().noneMatch(twice)) {
            return;
        }
        sharedOf.keySet().stream().filter(twice.negate()).findFirst().ifPresent(edge -> {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE,
                    file.toString(),
                    "the edge " + name(edge) + " is one-sided: others are given in both directions",
                    "Give each edge once, or each in both directions.");
        });
    }

    private String name(Direction edge) {
        return units.get(edge.a()).id() + "-" + units.get(edge.b()).id();
    }

    private int unit(String id) {
        Integer number = numberOfId.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no unit has the id " + id);
        }
        return number;
    }

    private static String cell(CSVRecord row, String column) {
        if (!row.isMapped(column) || !row.isSet(column)) {
            throw new IllegalArgumentException("the column " + column + " is missing");
        }
        return row.get(column).strip();
    }

    private static double number(CSVRecord row, String column) {
        String text = cell(row, column);
        double value = Double.NaN;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // no number either
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(column + " is \"" + text + "\", no number");
        }
        return value;
    }

    /** Returns what {@code meta.json} beside the graph says about how distances are rounded; empty without it. */
    public static Optional<DistanceRounding> publishedRounding(Path folder) {
        Path meta = folder.resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            return Optional.empty();
        }
        try {
            JsonNode level = JSON.readTree(meta.toFile()).path("level");
            return Optional.of(
                    level.asString("").equals("grid") ? DistanceRounding.TRUNCATED : DistanceRounding.WHOLE_KILOMETRES);
        } catch (JacksonException e) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE, meta.toString(), "this is no JSON", "Mend the file, or give --distance.");
        }
    }

    List<PlanningUnit> units() {
        return units;
    }

    UnitGraph graph() {
        return graph;
    }
}
