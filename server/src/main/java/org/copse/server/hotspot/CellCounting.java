package org.copse.server.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.geoimport.DistrictCrs;
import org.copse.server.layer.Layer;
import org.copse.server.scenario.Scenario;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.grid.Exposure;
import org.copse.statistics.near.Neighbours;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Counts a scenario's incidents by hexagon and kind, and judges none of them. What police started, or found by looking, does not count. */
@Component
public class CellCounting {
    private final Hotspots hotspots;

    CellCounting(Hotspots hotspots) {
        this.hotspots = hotspots;
    }

    /**
     * Incidents by cell and kind.
     *
     * @param layer of the incidents
     * @param residents of each cell; empty where nobody counted them
     * @param counts by cell and kind
     * @param policeInitiated incidents of these kinds in the district and the period that do not count
     */
    public record Counted(
            Layer layer,
            CellGrid grid,
            DistrictCrs crs,
            Neighbours neighbours,
            Optional<double[]> residents,
            int[][] counts,
            int policeInitiated) {

        /** Returns a cell's column and row, which stay its own in every table of the same CRS and size. */
        public String id(int cell) {
            return CellFacts.id(grid, cell);
        }

        /** Returns the border of a cell, in degrees. */
        public Geometry outline(int cell) {
            return CellFacts.outline(grid, crs, cell);
        }
    }

    /** Returns the layer of a scenario's incidents, or ends the request where it has none. */
    public Layer getLayer(UUID scenario) {
        return hotspots.incidents(hotspots.scenario(scenario));
    }

    /** Returns the categories that the incidents have, sorted. */
    public List<String> listCategories(UUID scenario) {
        return table(hotspots.scenario(scenario)).categories();
    }

    /** Returns the months in which incidents were recorded; dates without a year are none. */
    public SortedSet<YearMonth> listMonths(UUID id) {
        Scenario scenario = hotspots.scenario(id);
        IncidentSelection all = new IncidentSelection(
                request(List.of(), Optional.empty(), Optional.empty(), true),
                hotspots.ground(scenario).ground().crs());
        table(scenario).replay(all);
        SortedSet<YearMonth> months = new TreeSet<>();
        for (int month : all.months()) {
            if (month >= 12) {
                months.add(YearMonth.of(month / 12, month % 12 + 1));
            }
        }
        return months;
    }

    /**
     * Counts the incidents that lie in the district and were, as far as their dates say, between two days.
     *
     * @param metres from the centre of a hexagon to the next
     * @param kinds the categories of each kind
     * @param first the first day
     * @param last the last one, included
     */
    public Counted count(UUID id, double metres, List<List<String>> kinds, LocalDate first, LocalDate last) {
        Scenario scenario = hotspots.scenario(id);
        StoredGrounds.StoredGround ground = hotspots.ground(scenario);
        LaidCells laid = ground.laying().lay(CellShape.HEXAGON, metres);
        int[][] counts = new int[laid.grid().size()][kinds.size()];
        int withPolice = 0;
        int without = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (!kinds.get(kind).isEmpty()) {
                HotspotRequest counting = request(kinds.get(kind), Optional.of(first), Optional.of(last), false);
                for (int cell : cells(scenario, laid.grid(), counting)) {
                    counts[cell][kind]++;
                    without++;
                }
                HotspotRequest all = request(kinds.get(kind), Optional.of(first), Optional.of(last), true);
                withPolice += cells(scenario, laid.grid(), all).length;
            }
        }
        return new Counted(
                hotspots.incidents(scenario),
                laid.grid(),
                ground.ground().crs(),
                laid.neighbours(),
                laid.exposure().map(Exposure::byCell),
                counts,
                withPolice - without);
    }

    /** The cell of each incident that is asked for and lies in the district; those of an unknown year are not among them. */
    private int[] cells(Scenario scenario, CellGrid grid, HotspotRequest request) {
        IncidentSelection selection = new IncidentSelection(
                request, hotspots.ground(scenario).ground().crs());
        table(scenario).replay(selection);
        int[] months = selection.months();
        int[] cells = grid.locate(selection.positions());
        return IntStream.range(0, cells.length)
                .filter(i -> cells[i] >= 0 && months[i] >= 12)
                .map(i -> cells[i])
                .toArray();
    }

    private IncidentTable table(Scenario scenario) {
        return hotspots.table(scenario, hotspots.incidents(scenario));
    }

    private static HotspotRequest request(
            List<String> categories, Optional<LocalDate> from, Optional<LocalDate> to, boolean police) {
        return new HotspotRequest(
                HotspotRequest.Method.GI,
                CellShape.HEXAGON,
                OptionalDouble.empty(),
                Kernel.QUARTIC,
                OptionalDouble.empty(),
                categories,
                from,
                to,
                police,
                0,
                0);
    }
}
