package org.copse.statistics.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.copse.statistics.Positions;
import org.copse.statistics.Reference;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.near.Barriers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Kernel density against R's spatstat, with its correction at the edge of an L, and against plain sums without one. */
class AgainstSpatstatTest {
    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, gaussian, 110, 0.0005", "QUARTIC, quartic, 300, 0.0005"})
    void edgeCorrected(Kernel kernel, String column, double bandwidth, double tolerance) throws ParseException {
        Reference surface = Reference.read("density.csv");
        CellGrid grid = CellGrid.over(
                wkt("POLYGON((0 0, 1500 0, 1500 600, 1000 600, 1000 1200, 0 1200, 0 0))"), CellShape.SQUARE, 50);
        Positions incidents = Reference.read("density-incidents.csv").positions();
        double[] density = KernelDensity.of(
                grid, incidents, grid.locate(incidents), kernel, Bandwidth.given(bandwidth), Barriers.none());
        double[] wanted = surface.numbers(column);
        Positions centres = surface.positions();
        assertThat(grid.size()).isEqualTo(surface.size());
        for (int i = 0; i < wanted.length; i++) {
            int cell = grid.locate(centres.east(i), centres.north(i));
            assertThat(density[cell]).as("cell %d", cell).isCloseTo(wanted[i], within(tolerance * (1 + wanted[i])));
        }
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, gaussian, 150, 0.0005", "QUARTIC, quartic, 400, 0.0000001"})
    void farFromTheEdge(Kernel kernel, String column, double bandwidth, double tolerance) throws ParseException {
        Reference surface = Reference.read("free-density.csv");
        CellGrid grid = CellGrid.over(wkt("POLYGON((0 0, 6000 0, 6000 6000, 0 6000, 0 0))"), CellShape.SQUARE, 50);
        Positions incidents = Reference.read("free-incidents.csv").positions();
        double[] density = KernelDensity.of(
                grid, incidents, grid.locate(incidents), kernel, Bandwidth.given(bandwidth), Barriers.none());
        double[] wanted = surface.numbers(column);
        Positions centres = surface.positions();
        for (int i = 0; i < wanted.length; i++) {
            int cell = grid.locate(centres.east(i), centres.north(i));
            assertThat(density[cell]).isCloseTo(wanted[i], within(tolerance * (1 + wanted[i])));
        }
    }

    @Test
    void scottsRule() {
        Positions incidents = Reference.read("free-incidents.csv").positions();
        Bandwidth found = Bandwidth.scott(Kernel.GAUSSIAN, incidents, new int[incidents.size()], 10);
        assertThat(found.metres()).isCloseTo(Reference.read("numbers.csv").numbers("value")[1], within(1e-6));
        assertThat(found.rule()).isEqualTo(Bandwidth.Rule.SCOTT);
    }
}
