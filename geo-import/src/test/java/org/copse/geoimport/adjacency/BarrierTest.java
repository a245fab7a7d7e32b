package org.copse.geoimport.adjacency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class BarrierTest {

    private static final List<Geometry> FOUR = TextMap.units(100, "ab", "cd");

    @Test
    void aBarrierAlongABoundaryCutsIt() {
        AdjacencyResult result = with(Barrier.cutting(line("LINESTRING (-10 100, 210 100)")));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab cd");
        assertThat(result.components()).isEqualTo(2);
        assertThat(result.cutPairs()).isEqualTo(2);
        assertThat(AdjacencyTest.contact(result, 0, 2).isCut()).isTrue();
        assertThat(AdjacencyTest.contact(result, 0, 2).barrier()).hasValue(0);
    }

    @Test
    void aRiverNeedNotRunExactlyWhereTheBoundaryIsDrawn() {
        AdjacencyResult result = with(Barrier.cutting(line("LINESTRING (-10 112, 60 95, 120 109, 210 90)")));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab cd");
    }

    @Test
    void aBarrierThroughTheMiddleOfUnitsPartsNone() {
        AdjacencyResult result = with(Barrier.cutting(line("LINESTRING (-10 150, 210 150)")));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bd cd");
    }

    @Test
    void aBarrierOnTheFarSideOfANarrowUnitIsNotInBetween() {
        List<Geometry> strips = AdjacencyTest.wkt(
                "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", "POLYGON ((0 100, 100 100, 100 120, 0 120, 0 100))");
        AdjacencyResult result = Adjacency.of(
                strips,
                List.of(Barrier.cutting(line("LINESTRING (-10 120, 110 120)"))),
                List.of(),
                AdjacencyOptions.defaults());

        assertThat(TextMap.neighbours(result)).isEqualTo("ab");
    }

    @Test
    void aBarrierAlongPartOfABoundaryLeavesTheRestOpen() {
        AdjacencyResult result = with(Barrier.cutting(line("LINESTRING (-10 100, 50 100)")));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bd cd");
    }

    @Test
    void aBarrierThatCostsKeepsTheEdgeAndItsMinutes() {
        AdjacencyResult result = with(Barrier.costing(line("LINESTRING (-10 100, 210 100)"), 7));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bd cd");
        assertThat(AdjacencyTest.contact(result, 0, 2).barrierMinutes()).isEqualTo(7);
        assertThat(AdjacencyTest.contact(result, 0, 1).barrierMinutes()).isZero();
    }

    @Test
    void aBridgeReopensTheBoundaryThatItCrosses() {
        AdjacencyResult result = Adjacency.of(
                FOUR,
                List.of(Barrier.cutting(line("LINESTRING (-10 100, 210 100)"))),
                List.of(line("LINESTRING (50 90, 50 110)")),
                AdjacencyOptions.defaults());

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac cd");
        assertThat(AdjacencyTest.contact(result, 0, 2).crossing()).hasValue(0);
        assertThat(result.reopenedPairs()).isEqualTo(1);
    }

    @Test
    void anUnderpassGivenAsAPointReopensToo() {
        AdjacencyResult result = Adjacency.of(
                FOUR,
                List.of(Barrier.costing(line("LINESTRING (-10 100, 210 100)"), 7)),
                AdjacencyTest.wkt("POINT (150 100)"),
                AdjacencyOptions.defaults());

        assertThat(AdjacencyTest.contact(result, 0, 2).barrierMinutes()).isEqualTo(7);
        assertThat(AdjacencyTest.contact(result, 1, 3).barrierMinutes()).isZero();
    }

    @Test
    void aBridgeOverAWideRiverLinksTheUnitsAtItsEnds() {
        List<Geometry> banks = TextMap.units(100, "ab", "..", "cd");
        AdjacencyResult result = Adjacency.of(
                banks,
                List.of(Barrier.cutting(line("LINESTRING (-10 150, 210 150)"))),
                List.of(line("LINESTRING (150 205, 150 95)")),
                AdjacencyOptions.defaults());

        assertThat(TextMap.neighbours(result)).isEqualTo("ab bd cd");
        assertThat(AdjacencyTest.contact(result, 1, 3).kind()).isEqualTo(Contact.Kind.CROSSING);
    }

    @Test
    void anIslandIsNotLinkedAcrossABarrier() {
        AdjacencyResult result = Adjacency.of(
                TextMap.units(100, "ab", "..", "cd"),
                List.of(Barrier.cutting(line("LINESTRING (-1000 150, 1000 150)"))),
                List.of(),
                AdjacencyOptions.defaults());

        assertThat(result.components()).isEqualTo(2);
    }

    @Test
    void aCanalBetweenFacingBlocksCuts() {
        List<Geometry> blocks = TextMap.units(10, "aaaaaa.bbbbbb", "aaaaaa.bbbbbb", ".............", "cccccc.dddddd");
        AdjacencyResult result = Adjacency.of(
                blocks,
                List.of(Barrier.cutting(line("LINESTRING (-10 15, 200 15)"))),
                List.of(),
                AdjacencyOptions.defaults());

        assertThat(TextMap.neighbours(result)).isEqualTo("ab cd");
    }

    @Test
    void refusesABarrierThatCostsNothing() {
        assertThatThrownBy(() -> Barrier.costing(line("LINESTRING (0 0, 1 1)"), 0))
                .hasMessageContaining("more than 0 minutes, not 0");
        assertThatThrownBy(() -> Barrier.cutting(line("LINESTRING EMPTY"))).hasMessageContaining("empty");
    }

    private static AdjacencyResult with(Barrier barrier) {
        return Adjacency.of(FOUR, List.of(barrier), List.of(), AdjacencyOptions.defaults());
    }

    private static Geometry line(String wkt) {
        return AdjacencyTest.wkt(wkt).get(0);
    }
}
