package org.copse.statistics.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Two banks of a river that runs north at 500 m. */
class BarriersTest {
    private static final Geometry RIVER = wkt("LINESTRING(500 -100, 500 400, 500 1100)");
    private static final CellGrid GRID =
            CellGrid.over(wkt("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"), CellShape.SQUARE, 100);

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean near(Neighbours neighbours, double x, double y, double otherX, double otherY) {
        return neighbours.joins(GRID.locate(x, y), GRID.locate(otherX, otherY));
    }

    @Test
    void acrossARiverIsNotNear() {
        Neighbours open = Neighbours.touching(GRID, Barriers.none());
        Neighbours cut = Neighbours.touching(GRID, Barriers.of(List.of(RIVER), List.of()));
        assertThat(near(open, 450, 450, 550, 450)).isTrue();
        assertThat(near(cut, 450, 450, 550, 450)).isFalse();
        assertThat(near(cut, 450, 450, 450, 550)).isTrue();
        assertThat(cut.cutPairs()).isEqualTo(10 + 2 * 9);
        assertThat(open.cutPairs()).isZero();
    }

    @Test
    void aBridgeJoinsTheBanksAroundIt() {
        Neighbours joined = Neighbours.touching(GRID, Barriers.of(List.of(RIVER), List.of(wkt("POINT(500 450)"))));
        assertThat(near(joined, 450, 450, 550, 450)).isTrue();
        assertThat(near(joined, 450, 750, 550, 750)).isFalse();
    }

    @Test
    void theWayLeadsOverTheBridge() {
        Barriers river = Barriers.of(List.of(RIVER), List.of(wkt("POINT(500 800)")));
        double way = river.around(400, 400, 2_000).wayMetres(600, 400);
        assertThat(way).isCloseTo(2 * Math.hypot(100, 400), within(1e-6));
        assertThat(river.around(400, 400, 300).wayMetres(600, 400)).isInfinite();
        assertThat(river.around(400, 400, 300).wayMetres(400, 600)).isCloseTo(200, within(1e-9));
    }

    @Test
    void aWideRiverIsCrossedAlongItsBridge() {
        Barriers banks = Barriers.of(
                List.of(wkt("POLYGON((450 -100, 550 -100, 550 1100, 450 1100, 450 -100))")),
                List.of(wkt("LINESTRING(440 500, 560 500)")));
        assertThat(banks.around(400, 500, 500).wayMetres(600, 500)).isCloseTo(200, within(1e-6));
        assertThat(banks.around(400, 100, 300).wayMetres(600, 100)).isInfinite();
    }

    @Test
    void aBandReachesAsFarAsItSays() {
        Neighbours band = Neighbours.within(GRID, 200, Barriers.none());
        int middle = GRID.locate(450, 450);
        assertThat(band.to(middle) - band.from(middle)).isEqualTo(12);
        assertThatThrownBy(() -> Neighbours.within(GRID, 0, Barriers.none())).hasMessageContaining("metres over 0");
    }

    @Test
    void hexagonsHaveSixNeighbours() {
        CellGrid hexagons =
                CellGrid.over(wkt("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"), CellShape.HEXAGON, 100);
        Neighbours touching = Neighbours.touching(hexagons, Barriers.none());
        int middle = hexagons.locate(500, 500);
        assertThat(touching.to(middle) - touching.from(middle)).isEqualTo(6);
    }

    @Test
    void refusesARelationThatIsNotMutual() {
        assertThatThrownBy(() -> Neighbours.of(new int[][] {{1}, {}})).hasMessageContaining("not back");
        assertThatThrownBy(() -> Neighbours.of(new int[][] {{0}})).hasMessageContaining("cannot be");
        assertThatThrownBy(() -> Neighbours.of(new int[][] {{7}})).hasMessageContaining("cannot be");
    }
}
