package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.planning.workload.UnitEvidence;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A town drawn as text: each letter a unit of 1 km squares, {@code .} no land; row by row from the north. */
final class Town {
    private static final DistrictCrs CRS = DistrictCrs.ofCode("EPSG:3812");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double WEST = 650_000;
    private static final double SOUTH = 672_000;
    private static final double CELL = 1_000;

    private final Map<String, Geometry> shapes = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> attributes = new HashMap<>();
    private final int rows;

    private Town(String... lines) {
        rows = lines.length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < lines[row].length(); column++) {
                char letter = lines[row].charAt(column);
                if (letter != '.') {
                    shapes.merge(String.valueOf(letter), square(row, column), Geometry::union);
                }
            }
        }
        shapes.keySet().forEach(id -> attributes.put(id, new LinkedHashMap<>(Map.of("ID", id))));
    }

    static Town of(String... lines) {
        return new Town(lines);
    }

    private Geometry square(int row, int column) {
        double x = WEST + column * CELL;
        double y = SOUTH + (rows - 1 - row) * CELL;
        return GEOMETRY.toGeometry(new Envelope(x, x + CELL, y, y + CELL));
    }

    /** Sets an attribute of a unit. */
    Town with(String unit, String column, Object value) {
        attributesOf(unit).put(column, value);
        return this;
    }

    private Map<String, Object> attributesOf(String unit) {
        return Objects.requireNonNull(attributes.get(unit), () -> "the town has no unit " + unit);
    }

    /** Sets the residents of a unit. */
    Town residents(String unit, long residents) {
        return with(unit, "POP", residents);
    }

    DistrictLayer units() {
        return units(FieldRoles.none().with(Role.ID, "ID").with(Role.POPULATION, "POP"));
    }

    DistrictLayer units(FieldRoles roles) {
        List<Feature> features = new ArrayList<>();
        shapes.forEach((id, shape) ->
                features.add(new Feature(id, features.size() + 1L, CRS.toLonLat(shape), attributesOf(id))));
        return new DistrictLayer(LayerKind.UNITS, "units.zip", features, roles);
    }

    UnitMap map() {
        return UnitMap.of(units(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }

    /** Returns a layer of points; each is a column and a row counted from the north-west corner, in kilometres. */
    DistrictLayer points(
            LayerKind kind, FieldRoles roles, List<Map<String, Object>> rowAttributes, double... columnRow) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < columnRow.length; i += 2) {
            Map<String, Object> values = rowAttributes.isEmpty() ? Map.of() : rowAttributes.get(i / 2);
            features.add(
                    new Feature("p" + i / 2, i / 2 + 1L, CRS.toLonLat(point(columnRow[i], columnRow[i + 1])), values));
        }
        return new DistrictLayer(kind, kind + ".csv", features, roles);
    }

    /** Returns a layer of rectangles: west, north, east, south in kilometres from the north-west corner. */
    DistrictLayer boxes(LayerKind kind, List<String> ids, double... westNorthEastSouth) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Geometry box = GEOMETRY.toGeometry(new Envelope(
                    x(westNorthEastSouth[4 * i]),
                    x(westNorthEastSouth[4 * i + 2]),
                    y(westNorthEastSouth[4 * i + 1]),
                    y(westNorthEastSouth[4 * i + 3])));
            features.add(new Feature("row" + i, i + 1L, CRS.toLonLat(box), Map.of("NAME", ids.get(i))));
        }
        return new DistrictLayer(
                kind, kind + ".geojson", features, FieldRoles.none().with(Role.ID, "NAME"));
    }

    /** Returns a layer of one straight line. */
    DistrictLayer line(LayerKind kind, double fromColumn, double fromRow, double toColumn, double toRow) {
        Geometry line = GEOMETRY.createLineString(
                new Coordinate[] {new Coordinate(x(fromColumn), y(fromRow)), new Coordinate(x(toColumn), y(toRow))});
        return new DistrictLayer(
                kind,
                kind + ".geojson",
                List.of(new Feature("line", 1, CRS.toLonLat(line), Map.of())),
                FieldRoles.none());
    }

    LonLat at(double column, double row) {
        Coordinate degrees = CRS.toLonLat(point(column, row)).getCoordinate();
        return new LonLat(degrees.x, degrees.y);
    }

    private Geometry point(double column, double row) {
        return GEOMETRY.createPoint(new Coordinate(x(column), y(row)));
    }

    /** Adds a unit with the same polygon as another. */
    Town repeat(String unit, String as) {
        shapes.put(as, Objects.requireNonNull(shapes.get(unit)).copy());
        attributes.put(as, new LinkedHashMap<>(Map.of("ID", as)));
        return this;
    }

    private static double x(double column) {
        return WEST + column * CELL;
    }

    private double y(double row) {
        return SOUTH + (rows - row) * CELL;
    }

    /** Returns a table of one column of numbers by key. */
    static DistrictLayer table(Map<String, Object> valueByKey) {
        List<Feature> rows = new ArrayList<>();
        valueByKey.forEach((key, value) -> rows.add(new Feature(
                "r" + rows.size(),
                rows.size() + 1L,
                GEOMETRY.createPoint(),
                Map.of("Code", key, "Population", value))));
        return new DistrictLayer(
                LayerKind.POPULATION,
                "pop.csv",
                rows,
                FieldRoles.none().with(Role.KEY, "Code").with(Role.POPULATION, "Population"));
    }

    /** Returns what a district knows of a unit. */
    static UnitEvidence unit(District district, String id) {
        return district.evidence().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
