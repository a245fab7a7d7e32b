package org.copse.statistics.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copse.statistics.Positions;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.near.Barriers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DensitiesTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static CellGrid square(CellShape shape, double size) {
        return CellGrid.over(GEOMETRY.toGeometry(new Envelope(0, 3_000, 0, 3_000)), shape, size);
    }

    private static Positions random(int count, double west, double east) {
        Random random = new Random(9);
        Positions positions = Positions.empty();
        for (int i = 0; i < count; i++) {
            positions.add(west + (east - west) * random.nextDouble(), 3_000 * random.nextDouble());
        }
        return positions;
    }

    private static Geometry line(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        Arrays.setAll(points, i -> new Coordinate(xy[2 * i], xy[2 * i + 1]));
        return GEOMETRY.createLineString(points);
    }

    @ParameterizedTest
    @CsvSource({"QUARTIC, SQUARE", "QUARTIC, HEXAGON", "GAUSSIAN, SQUARE", "GAUSSIAN, HEXAGON"})
    void isThePlainSumOverIncidentsInTheMiddle(Kernel kernel, CellShape shape) {
        CellGrid grid = square(shape, 60);
        Positions incidents = random(300, 1_000, 2_000);
        double[] density = KernelDensity.of(
                grid, incidents, grid.locate(incidents), kernel, Bandwidth.given(150), Barriers.none());
        for (double[] at : new double[][] {{1_500, 1_500}, {1_234, 1_700}, {1_111, 1_222}}) {
            int cell = grid.locate(at[0], at[1]);
            double sum = 0;
            for (int i = 0; i < incidents.size(); i++) {
                double dx = incidents.east(i) - grid.east(cell);
                double dy = incidents.north(i) - grid.north(cell);
                sum += kernel.at(Math.hypot(dx, dy), 150) * 1e6;
            }
            assertThat(density[cell]).isCloseTo(sum, within(1e-9 * (1 + sum)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void anEvenSpreadIsEvenUpToTheBorder(Kernel kernel) {
        CellGrid grid = square(CellShape.SQUARE, 100);
        Positions everywhere = Positions.empty();
        for (int cell = 0; cell < grid.size(); cell++) {
            everywhere.add(grid.east(cell), grid.north(cell));
        }
        double[] density = KernelDensity.of(
                grid, everywhere, grid.locate(everywhere), kernel, Bandwidth.given(350), Barriers.none());
        Geometry river = line(1_500, -1, 1_500, 3_001);
        double[] divided = KernelDensity.of(
                grid,
                everywhere,
                grid.locate(everywhere),
                kernel,
                Bandwidth.given(350),
                Barriers.of(List.of(river), List.of()));
        for (int cell = 0; cell < grid.size(); cell++) {
            // one incident in each cell of a hundredth of a square kilometre; the lattice sums the kernel to within
            // some 1/1000
            assertThat(density[cell]).isCloseTo(100, within(0.5));
            assertThat(divided[cell]).isCloseTo(100, within(0.5));
        }
    }

    @Test
    void doesNotSpillOverARiverButOverItsBridge() {
        CellGrid grid = square(CellShape.SQUARE, 100);
        Positions west = Positions.of(1_420, 1_450, 1_440, 1_460);
        Geometry river = line(1_500, -1, 1_500, 3_001);
        int across = grid.locate(1_650, 1_450);
        int far = grid.locate(1_650, 1_950);
        double[] cut = KernelDensity.of(
                grid,
                west,
                grid.locate(west),
                Kernel.QUARTIC,
                Bandwidth.given(600),
                Barriers.of(List.of(river), List.of()));
        double[] bridged = KernelDensity.of(
                grid,
                west,
                grid.locate(west),
                Kernel.QUARTIC,
                Bandwidth.given(600),
                Barriers.of(List.of(river), List.of(GEOMETRY.createPoint(new Coordinate(1_500, 1_450)))));
        assertThat(cut[across]).isZero();
        assertThat(cut[far]).isZero();
        assertThat(bridged[across]).isPositive();
        assertThat(bridged[far]).isLessThan(bridged[across]);
    }

    @Test
    void sameOnOneThreadAndOnMany() {
        CellGrid grid = square(CellShape.HEXAGON, 80);
        Positions incidents = random(5_000, 0, 3_000);
        double[] once = KernelDensity.of(
                grid, incidents, grid.locate(incidents), Kernel.GAUSSIAN, Bandwidth.given(200), Barriers.none());
        double[] again = KernelDensity.of(
                grid, incidents, grid.locate(incidents), Kernel.GAUSSIAN, Bandwidth.given(200), Barriers.none());
        assertThat(again).isEqualTo(once);
    }

    @Test
    void refusesABandwidthBelowACell() {
        CellGrid grid = square(CellShape.SQUARE, 100);
        assertThatThrownBy(() -> KernelDensity.of(
                        grid, Positions.empty(), new int[0], Kernel.QUARTIC, Bandwidth.given(50), Barriers.none()))
                .hasMessageContaining("below the cell size");
        assertThatThrownBy(() -> Bandwidth.given(Double.NaN)).hasMessageContaining("metres over 0");
    }

    /** Hills of 150 m foretell themselves best with a narrow kernel, an even spread with a wide one. */
    @Test
    void theBandwidthThatForetoldBestFollowsTheHills() {
        CellGrid grid = square(CellShape.SQUARE, 100);
        Random random = new Random(6);
        Positions hills = Positions.empty();
        Positions even = Positions.empty();
        int[] first = new int[4_000];
        int[] then = new int[4_000];
        for (int i = 0; i < 4_000; i++) {
            int hill = random.nextInt(4);
            hills.add(
                    750 + 1_500 * (hill % 2) + 60 * random.nextGaussian(),
                    750 + 1_500 * (hill / 2) + 60 * random.nextGaussian());
            even.add(3_000 * random.nextDouble(), 3_000 * random.nextDouble());
        }
        assertThat(trial(grid, hills, first, then)).isLessThanOrEqualTo(200);
        assertThat(trial(grid, even, first, then)).isGreaterThanOrEqualTo(600);
    }

    private static double trial(CellGrid grid, Positions positions, int[] first, int[] then) {
        int[] cells = grid.locate(positions);
        for (int i = 0; i < cells.length; i++) {
            first[i] = i % 2 == 0 ? cells[i] : -1;
            then[i] = i % 2 == 0 ? -1 : cells[i];
        }
        return BandwidthTrial.of(grid, positions, first, then, Kernel.QUARTIC, Barriers.none())
                .metres();
    }

    @Test
    void allOnOnePointGetsABandwidthThatCellsCanShow() {
        Bandwidth found = Bandwidth.scott(Kernel.QUARTIC, Positions.of(5, 5, 5, 5, 5, 5), new int[3], 100);
        assertThat(found).isEqualTo(new Bandwidth(200, Bandwidth.Rule.CELL_SIZE));
    }

    /** Where three streets meet the kernel goes on in two, half into each: nothing is lost or made. */
    @Test
    void aJunctionSharesOutWhatComes() {
        List<Geometry> streets = List.of(line(0, 0, 1_000, 0), line(1_000, 0, 2_000, 0), line(1_000, 0, 1_000, 1_000));
        NetworkDensity density =
                NetworkDensity.of(streets, Positions.of(900, 5, 900, 400), Kernel.QUARTIC, 300, 20, 10);
        assertThat(density.offStreet()).isEqualTo(1);
        double sum = 0;
        for (int piece = 0; piece < density.metres().length; piece++) {
            sum += density.perKilometre()[piece] * density.metres()[piece] / 1_000;
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
        double beyond = at(density, 1_105, 0);
        assertThat(beyond).isCloseTo(at(density, 1_000, 105), within(1e-9)).isPositive();
        assertThat(beyond).isCloseTo(at(density, 695, 0) / 2, within(1e-9));
    }

    private static double at(NetworkDensity density, double x, double y) {
        int best = 0;
        for (int piece = 0; piece < density.metres().length; piece++) {
            if (Math.hypot(density.pieces()[2 * piece] - x, density.pieces()[2 * piece + 1] - y)
                    < Math.hypot(density.pieces()[2 * best] - x, density.pieces()[2 * best + 1] - y)) {
                best = piece;
            }
        }
        return density.perKilometre()[best];
    }
}
