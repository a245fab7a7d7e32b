package org.copse.geoimport.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.geoimport.adjacency.SchaerbeekBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

@EnabledIfEnvironmentVariable(
        named = "COPSE_REAL_DATA",
        matches = ".+",
        disabledReason = "COPSE_REAL_DATA does not name the folder of the real data sets")
class SchaerbeekTerritoriesTest {

    /** How far the drawn middle of a street may favour one side: the spacing of sites and the smoothing together. */
    private static final double MIDDLE_METRES = 0.5;

    private final List<Geometry> blocks = SchaerbeekBlocks.metric();
    private final List<Geometry> territories = Territories.of(blocks, Optional.empty(), 60);

    @Test
    void territoriesAreAPartition() {
        assertThat(CoverageValidator.isValid(territories.toArray(Geometry[]::new)))
                .isTrue();
        Geometry district = CoverageUnion.union(territories.toArray(Geometry[]::new));
        double sum = territories.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(sum).isCloseTo(district.getArea(), org.assertj.core.data.Offset.offset(1e-3));
        assertThat(holes(district)).isZero();
    }

    @Test
    void eachTerritoryIsOnePieceAndHoldsItsBlock() {
        for (int unit = 0; unit < blocks.size(); unit++) {
            assertThat(territories.get(unit).getNumGeometries()).isEqualTo(1);
            assertThat(blocks.get(unit)
                            .difference(territories.get(unit).buffer(0.002))
                            .getArea())
                    .as("land that block %d lost", unit)
                    .isLessThan(0.01);
        }
    }

    @Test
    void aPositionInAStreetBelongsToExactlyTheNearestBlock() {
        STRtree index = new STRtree();
        IntStream.range(0, territories.size())
                .forEach(unit -> index.insert(territories.get(unit).getEnvelopeInternal(), unit));
        Envelope extent = new Envelope();
        territories.forEach(territory -> extent.expandToInclude(territory.getEnvelopeInternal()));
        Random random = new Random(7);
        int inStreets = 0;
        for (int i = 0; i < 20_000; i++) {
            Point place = new GeometryFactory()
                    .createPoint(new Coordinate(
                            extent.getMinX() + random.nextDouble() * extent.getWidth(),
                            extent.getMinY() + random.nextDouble() * extent.getHeight()));
            List<Integer> holders = ((List<?>) index.query(place.getEnvelopeInternal()))
                    .stream()
                            .map(Integer.class::cast)
                            .filter(unit -> territories.get(unit).contains(place))
                            .toList();
            assertThat(holders).hasSizeLessThanOrEqualTo(1);
            if (holders.size() == 1) {
                inStreets += blocks.get(holders.get(0)).contains(place) ? 0 : 1;
                assertThat(blocks.get(holders.get(0)).distance(place))
                        .isLessThanOrEqualTo(distanceToNearestBlock(place) + MIDDLE_METRES);
            }
        }
        assertThat(inStreets).isGreaterThan(1000);
    }

    private double distanceToNearestBlock(Point place) {
        return blocks.stream().mapToDouble(block -> block.distance(place)).min().orElseThrow();
    }

    private static int holes(Geometry district) {
        int holes = 0;
        for (int i = 0; i < district.getNumGeometries(); i++) {
            holes += ((org.locationtech.jts.geom.Polygon) district.getGeometryN(i)).getNumInteriorRing();
        }
        return holes;
    }
}
