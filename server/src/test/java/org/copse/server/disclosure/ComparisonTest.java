package org.copse.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.near.Barriers;
import org.copse.statistics.near.Neighbours;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class ComparisonTest {
    private static final CellGrid GRID = CellGrid.over(
            new GeometryFactory().toGeometry(new Envelope(-400, 15_600, -400, 15_600)), CellShape.SQUARE, 800);
    private static final Neighbours NEIGHBOURS = Neighbours.touching(GRID, Barriers.none());

    @Test
    void findsWhereMoreWasRecordedAndSaysNothingOfWhatIsWithheld() {
        List<OptionalInt> published = new ArrayList<>();
        int[] residents = new int[GRID.size()];
        for (int cell = 0; cell < residents.length; cell++) {
            boolean hot = GRID.column(cell) < 3 && GRID.row(cell) < 3;
            published.add(cell % 7 == 3 ? OptionalInt.empty() : OptionalInt.of(hot ? 60 : 8 + cell % 5));
            residents[cell] = cell == 0 ? 190 : 1000;
        }
        Comparison[] compared = Comparison.of(published, residents, NEIGHBOURS);
        assertThat(compared[1]).isEqualTo(Comparison.MORE_VERY_SURE);
        assertThat(compared[0]).as("hardly anybody lives there").isEqualTo(Comparison.NOT_TESTED);
        for (int cell = 0; cell < residents.length; cell++) {
            assertThat(compared[cell] == Comparison.TOO_FEW)
                    .isEqualTo(published.get(cell).isEmpty());
        }
        assertThat(Comparison.of(published, null, NEIGHBOURS)[0]).isEqualTo(Comparison.MORE_VERY_SURE);
    }

    @Test
    void comparesNothingWhereThereIsNextToNothingToCompareWith() {
        List<OptionalInt> published = new ArrayList<>(Collections.nCopies(7, OptionalInt.of(20)));
        published.addAll(Collections.nCopies(GRID.size() - 7, OptionalInt.empty()));
        assertThat(Comparison.of(published, null, NEIGHBOURS)).containsOnly(Comparison.NOT_TESTED, Comparison.TOO_FEW);
    }
}
