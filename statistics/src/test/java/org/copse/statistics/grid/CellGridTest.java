package org.copse.statistics.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.copse.statistics.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CellGridTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** A ring of land with a bay, a lake, and an island in the lake. */
    private static final String LAND = "MULTIPOLYGON(((0 0, 1000 40, 930 500, 1010 990, 480 400, 20 1000, 0 0),"
            + " (300 100, 300 300, 500 300, 500 100, 300 100)), ((350 150, 450 150, 400 260, 350 150)))";

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Geometry cell(CellGrid grid, int cell) {
        double[] corners = grid.corners(cell);
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            int at = 2 * (i % (ring.length - 1));
            ring[i] = new Coordinate(corners[at], corners[at + 1]);
        }
        return GEOMETRY.createPolygon(ring);
    }

    @ParameterizedTest
    @EnumSource(CellShape.class)
    void sharesAreThoseOfAnOverlay(CellShape shape) {
        Geometry land = wkt(LAND);
        CellGrid grid = CellGrid.over(land, shape, 70);
        for (int cell = 0; cell < grid.size(); cell++) {
            assertThat(grid.areaSquareMetres(cell))
                    .as("cell %d", cell)
                    .isCloseTo(cell(grid, cell).intersection(land).getArea(), within(1e-6));
        }
        assertThat(grid.districtArea()).isCloseTo(land.getArea(), within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(CellShape.class)
    void eachPositionIsInTheCellThatCoversIt(CellShape shape) {
        Geometry land = wkt(LAND);
        CellGrid grid = CellGrid.over(land, shape, 70);
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            double x = random.nextDouble() * 1_100 - 50;
            double y = random.nextDouble() * 1_100 - 50;
            Geometry point = GEOMETRY.createPoint(new Coordinate(x, y));
            int cell = grid.locate(x, y);
            assertThat(cell >= 0).isEqualTo(land.intersects(point));
            if (cell >= 0) {
                assertThat(cell(grid, cell).buffer(1e-6).contains(point)).isTrue();
            }
        }
    }

    @Test
    void cellsOfOneGroundAreTheSameForTwoDistricts() {
        CellGrid west =
                CellGrid.over(wkt("POLYGON((130 130, 900 130, 900 900, 130 900, 130 130))"), CellShape.HEXAGON, 100);
        CellGrid east =
                CellGrid.over(wkt("POLYGON((500 130, 1900 130, 1900 900, 500 900, 500 130))"), CellShape.HEXAGON, 100);
        int one = west.locate(700, 500);
        int other = east.locate(700, 500);
        assertThat(west.corners(one)).isEqualTo(east.corners(other));
    }

    @Test
    void countsNothingOutside() {
        CellGrid grid = CellGrid.over(wkt("POLYGON((0 0, 150 0, 150 100, 0 100, 0 0))"), CellShape.SQUARE, 100);
        Positions positions = Positions.of(10, 10, 149, 50, 160, 50, -1, 50, 1e300, 0);
        assertThat(grid.count(grid.locate(positions))).containsExactly(1, 1);
        assertThat(grid.share(grid.locate(149, 50))).isEqualTo(0.5);
    }

    @Test
    void refusesMoreCellsThanTheBoundAndNamesIt() {
        Geometry city = wkt("POLYGON((0 0, 60000 0, 60000 50000, 0 50000, 0 0))");
        assertThatThrownBy(() -> CellGrid.over(city, CellShape.SQUARE, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 4000000");
        assertThatThrownBy(() -> CellGrid.over(city, CellShape.SQUARE, Double.NaN))
                .hasMessageContaining("at least 1.0 m");
        assertThatThrownBy(() -> CellGrid.over(wkt("LINESTRING(0 0, 1 1)"), CellShape.SQUARE, 100))
                .hasMessageContaining("no area");
    }

    @ParameterizedTest
    @EnumSource(CellShape.class)
    void residentsAreSpreadOverLandAndNobodyIsLost(CellShape shape) {
        Geometry land = wkt("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");
        CellGrid grid = CellGrid.over(land, shape, 90);
        List<Geometry> units = List.of(
                wkt("POLYGON((0 0, 500 0, 500 1000, 0 1000, 0 0))"),
                wkt("POLYGON((500 0, 1000 0, 1000 1000, 500 1000, 500 0))"),
                wkt("POLYGON((900 900, 1100 900, 1100 1100, 900 1100, 900 900))"));
        Exposure residents = Exposure.spread(grid, units, new double[] {1_000, 3_000, 400});
        assertThat(residents.total() + residents.outside()).isCloseTo(4_400, within(1e-6));
        int inside = grid.locate(250, 500);
        assertThat(residents.byCell()[inside]).isCloseTo(1_000 * grid.cellArea() / 500_000, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(CellShape.class)
    void streetsAreMeasuredCellByCell(CellShape shape) {
        Geometry land = wkt("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");
        CellGrid grid = CellGrid.over(land, shape, 100);
        Geometry streets = wkt("MULTILINESTRING((13 17, 900 911, 700 300), (0 100, 1000 100), (100 0, 100 1000))");
        Exposure metres = Exposure.streetMetres(grid, List.of(streets));
        assertThat(metres.total()).isCloseTo(streets.getLength(), within(1e-6));
        for (int cell = 0; cell < grid.size() && shape == CellShape.HEXAGON; cell++) {
            double inside = cell(grid, cell)
                            .intersection(wkt("LINESTRING(13 17, 900 911, 700 300)"))
                            .getLength()
                    + cell(grid, cell)
                            .intersection(wkt("LINESTRING(0 100, 1000 100)"))
                            .getLength();
            assertThat(metres.byCell()[cell]).isGreaterThanOrEqualTo(inside - 1e-6);
        }
    }

    @Test
    void sizeComesFromTheData() {
        assertThat(CellSize.fromData(4e8, snaps(10_000, false, 0)))
                .isEqualTo(new CellSize(300, CellSize.Reason.TWO_INCIDENTS_A_CELL));
        assertThat(CellSize.fromData(4e8, snaps(1_000_000, false, 0)))
                .isEqualTo(new CellSize(100, CellSize.Reason.SMALLEST));
        assertThat(CellSize.fromData(4e8, snaps(1_000_000, true, 90)))
                .isEqualTo(new CellSize(200, CellSize.Reason.SNAP_POINTS));
        assertThat(CellSize.fromData(4e8, snaps(3, false, 0)))
                .isEqualTo(new CellSize(1_000, CellSize.Reason.FEW_INCIDENTS));
        assertThat(CellSize.fromData(4e10, snaps(100_000_000, false, 0)).reason())
                .isEqualTo(CellSize.Reason.MANY_CELLS);
    }

    private static SnapPoints snaps(int incidents, boolean recognised, double spacing) {
        return new SnapPoints(incidents, incidents, recognised ? 1 : 0, spacing, recognised);
    }

    @Test
    void recognisesSnapPoints() {
        Positions snapped = Positions.empty();
        Positions free = Positions.empty();
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            snapped.add(100 * random.nextInt(10), 100 * random.nextInt(10));
            free.add(1_000 * random.nextDouble(), 1_000 * random.nextDouble());
        }
        SnapPoints points = SnapPoints.of(snapped, new int[1_000]);
        assertThat(points.recognised()).isTrue();
        assertThat(points.positions()).isEqualTo(100);
        assertThat(points.spacingMetres()).isEqualTo(100);
        assertThat(SnapPoints.of(free, new int[1_000]).recognised()).isFalse();
        assertThat(SnapPoints.of(Positions.empty(), new int[0]).spacingMetres()).isNaN();
    }
}
