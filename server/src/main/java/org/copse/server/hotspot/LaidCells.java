package org.copse.server.hotspot;

import java.util.Optional;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.grid.Exposure;
import org.copse.statistics.near.Neighbours;

/**
 * Cells laid over a district, with their residents and neighbours: what stays as it is when the filter changes.
 *
 * @param exposure residents by cell; empty where nobody counted them
 */
record LaidCells(CellGrid grid, Optional<Exposure> exposure, Neighbours neighbours) {

    /** Lays cells, or hands out those laid before. */
    interface Laying {
        /**
         * Returns the cells of that shape and size.
         *
         * @throws IllegalArgumentException when there would be too many
         */
        LaidCells lay(CellShape shape, double metres);
    }

    static LaidCells on(Ground ground, CellShape shape, double metres) {
        CellGrid grid = CellGrid.over(ground.district(), shape, metres);
        return new LaidCells(
                grid,
                ground.residents().map(residents -> Exposure.spread(grid, ground.areas(), residents)),
                Neighbours.touching(grid, ground.barriers()));
    }
}
