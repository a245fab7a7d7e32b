package org.copse.server.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.copse.server.layer.Layer;
import org.copse.server.scenario.Scenario;
import org.copse.server.system.FieldErrors;
import org.copse.statistics.Positions;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/** Land that a map of hotspots was asked for, and how many incidents were recorded on some land: numbers, never where each of them was. */
@Component
public class CellAreas {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int MOST_CELLS = 400;

    private final Hotspots hotspots;

    CellAreas(Hotspots hotspots) {
        this.hotspots = hotspots;
    }

    /**
     * Cells of a map, and what the map was asked with.
     *
     * @param shape square or hexagon
     * @param metres size of a cell
     * @param cells their ids
     * @param categories the only ones that count; empty for all
     * @param from first day or month; null for no bound
     * @param to last one; null for no bound
     * @param policeInitiated whether what police started counts
     */
    public record Asked(
            String shape,
            double metres,
            List<String> cells,
            List<String> categories,
            @Nullable String from,
            @Nullable String to,
            boolean policeInitiated) {
        public Asked {
            cells = List.copyOf(cells);
            categories = List.copyOf(categories);
        }
    }

    /**
     * The land of cells.
     *
     * @param layer name of the incidents
     * @param cells how many there are
     * @param lonLat WGS 84
     * @param incidents recorded there
     * @param from first day asked for; empty for no bound
     * @param to last day
     */
    public record Chosen(
            String layer,
            int cells,
            MultiPolygon lonLat,
            int incidents,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    /**
     * Returns the land of cells and how many incidents it holds; ends the request naming what is wrong.
     *
     * @param points whether who asks may see incidents as points; others have coarse cells alone
     */
    public Chosen choose(UUID id, Asked asked, boolean points) {
        Scenario scenario = hotspots.scenario(id);
        Layer layer = hotspots.incidents(scenario);
        IncidentTable table = hotspots.table(scenario, layer);
        HotspotRequest request = new HotspotQuery(
                        null,
                        asked.shape(),
                        asked.metres(),
                        asked.categories(),
                        asked.from(),
                        asked.to(),
                        asked.policeInitiated())
                .checked(table.categories(), points);
        StoredGrounds.StoredGround ground = hotspots.ground(scenario);
        CellGrid grid = ground.laying().lay(request.shape(), asked.metres()).grid();
        BitSet chosen = chosen(grid, new TreeSet<>(asked.cells()));
        List<Geometry> outlines = chosen.stream()
                .mapToObj(cell -> CellFacts.outline(grid, ground.ground().crs(), cell))
                .toList();
        IncidentSelection selection =
                new IncidentSelection(request, ground.ground().crs());
        table.replay(selection);
        int incidents = 0;
        for (int cell : grid.locate(selection.positions())) {
            incidents += cell >= 0 && chosen.get(cell) ? 1 : 0;
        }
        return new Chosen(
                layer.name(),
                chosen.cardinality(),
                polygons(OverlayNGRobust.union(outlines)),
                incidents,
                request.from(),
                request.to());
    }

    private static BitSet chosen(CellGrid grid, Set<String> ids) {
        BitSet chosen = new BitSet();
        for (int cell = 0; cell < grid.size(); cell++) {
            if (ids.contains(CellFacts.id(grid, cell))) {
                chosen.set(cell);
            }
        }
        if (ids.isEmpty() || ids.size() > MOST_CELLS || chosen.cardinality() < ids.size()) {
            throw FieldErrors.of(
                    "cells",
                    "must be 1 to " + MOST_CELLS + " cells of this map; " + ids.size() + " were given, of which "
                            + chosen.cardinality() + " are on it");
        }
        return chosen;
    }

    private static MultiPolygon polygons(Geometry land) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < land.getNumGeometries(); i++) {
            parts.add((Polygon) land.getGeometryN(i));
        }
        return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** What counts. @param categories the only ones; empty for all @param policeInitiated whether what police started does */
    public record Counting(List<String> categories, boolean policeInitiated) {
        public Counting {
            categories = List.copyOf(categories);
        }
    }

    /** Returns the layer whose incidents a scenario counts, or ends the request where it has none. */
    public Layer getLayer(UUID scenario) {
        return hotspots.incidents(hotspots.scenario(scenario));
    }

    /**
     * Counts the incidents on each land that were, as far as their dates say, between two days.
     *
     * @param lands WGS 84; an incident on the border of two lands counts on both
     * @param first the first day
     * @param last the last one, included
     */
    public int[] count(UUID id, List<Geometry> lands, Counting counting, LocalDate first, LocalDate last) {
        Scenario scenario = hotspots.scenario(id);
        StoredGrounds.StoredGround ground = hotspots.ground(scenario);
        IncidentSelection selection = new IncidentSelection(
                new HotspotRequest(
                        HotspotRequest.Method.GI,
                        CellShape.SQUARE,
                        OptionalDouble.empty(),
                        Kernel.QUARTIC,
                        OptionalDouble.empty(),
                        counting.categories(),
                        Optional.of(first),
                        Optional.of(last),
                        counting.policeInitiated(),
                        0,
                        0),
                ground.ground().crs());
        hotspots.table(scenario, hotspots.incidents(scenario)).replay(selection);
        List<PreparedGeometry> metric = lands.stream()
                .map(ground.ground().crs()::toMetric)
                .map(PreparedGeometryFactory::prepare)
                .toList();
        Positions positions = selection.positions();
        int[] months = selection.months();
        int[] counts = new int[lands.size()];
        for (int i = 0; i < positions.size(); i++) {
            // Months without a year are of no period.
            if (months[i] >= 12) {
                Geometry at = GEOMETRY.createPoint(new Coordinate(positions.east(i), positions.north(i)));
                for (int land = 0; land < counts.length; land++) {
                    counts[land] += metric.get(land).covers(at) ? 1 : 0;
                }
            }
        }
        return counts;
    }
}
