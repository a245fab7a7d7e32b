package org.copse.geoimport.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.copse.geoimport.adjacency.TextMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class TerritoriesTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void theStreetBetweenTwoBlocksIsHalvedAlongItsMiddle() {
        List<Geometry> territories = Territories.of(TextMap.units(10, "aaaa.bbbb", "aaaa.bbbb"), Optional.empty(), 12);

        assertPartition(territories);
        assertThat(territories.get(0).getArea()).isCloseTo(900, within(30.0));
        assertThat(territories.get(1).getArea()).isCloseTo(900, within(30.0));
        assertThat(territories.get(0).contains(point(44, 10))).isTrue();
        assertThat(territories.get(1).contains(point(46, 10))).isTrue();
    }

    @Test
    void aCoverageKeepsItsUnits() {
        List<Geometry> units = TextMap.units(100, "aab", "ccb", "ddd");
        List<Geometry> territories = Territories.of(units, Optional.empty(), 0);

        assertPartition(territories);
        for (int unit = 0; unit < units.size(); unit++) {
            // A millimetre's grid moves a boundary by less than that.
            assertThat(territories.get(unit).symDifference(units.get(unit)).getArea())
                    .isLessThan(0.5);
        }
    }

    @Test
    void aUnitThatRepeatsAnEarlierOneHasNoLandOfItsOwn() {
        List<Geometry> once = TextMap.units(100, "ab");
        List<Geometry> twice = List.of(once.get(0), once.get(1), once.get(1).copy());

        List<Geometry> territories = Territories.of(twice, Optional.empty(), 0);

        assertThat(territories.get(1).getArea()).isCloseTo(10_000, within(0.5));
        assertThat(territories.get(2).isEmpty()).isTrue();
        List<Geometry> beats = Territories.union(territories, new int[] {0, 0, 1}, 2);
        assertThat(beats.get(0).getArea()).isCloseTo(20_000, within(0.5));
        assertThat(beats.get(1).isEmpty()).isTrue();
    }

    @Test
    void aSquareEnclosedByBlocksIsSharedOutAmongThem() {
        List<Geometry> territories =
                Territories.of(TextMap.units(50, "aaab", "d..b", "d..b", "dccc"), Optional.empty(), 0);

        assertPartition(territories);
        double area = territories.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(area).isCloseTo(16 * 2500, within(0.1));
        assertThat(territories.get(0).getArea()).isCloseTo(4 * 2500, within(150.0));
    }

    @Test
    void theGivenOutlineIsTheDistrict() {
        Geometry outline = GEOMETRY.toGeometry(new Envelope(-20, 110, -20, 40));
        List<Geometry> territories =
                Territories.of(TextMap.units(10, "aaaa.bbbb", "aaaa.bbbb"), Optional.of(outline), 0);

        assertPartition(territories);
        double area = territories.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(area).isCloseTo(outline.getArea(), within(0.1));
    }

    @Test
    void whatTwoUnitsClaimGoesToTheFirst() {
        Geometry west = GEOMETRY.toGeometry(new Envelope(0, 60, 0, 100));
        Geometry east = GEOMETRY.toGeometry(new Envelope(50, 100, 0, 100));
        List<Geometry> territories = Territories.of(List.of(west, east), Optional.empty(), 0);

        assertPartition(territories);
        assertThat(territories.get(0).getArea()).isCloseTo(6000, within(0.1));
        assertThat(territories.get(1).getArea()).isCloseTo(4000, within(0.1));
    }

    @Test
    void sliversOfACoverageAreFilled() {
        Geometry west = GEOMETRY.toGeometry(new Envelope(0, 50, 0, 100));
        Geometry east = GEOMETRY.toGeometry(new Envelope(50.05, 100, 0, 100));
        Geometry south = GEOMETRY.toGeometry(new Envelope(0, 100, -50, 0));
        Geometry north = GEOMETRY.toGeometry(new Envelope(0, 100, 100, 150));
        List<Geometry> territories = Territories.of(List.of(west, east, south, north), Optional.empty(), 0);

        assertPartition(territories);
        double area = territories.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(area).isCloseTo(20_000, within(0.1));
    }

    @Test
    void theUnionOfGroupsIsAgainAPartition() {
        List<Geometry> territories =
                Territories.of(TextMap.units(10, "aa.bb.cc", "aa.bb.cc", "........", "dd.ee.ff"), Optional.empty(), 12);
        List<Geometry> beats = Territories.union(territories, new int[] {0, 0, 1, 0, 1, 1}, 3);

        assertPartition(beats.subList(0, 2));
        assertThat(beats.get(2).isEmpty()).isTrue();
        double before = territories.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(beats.get(0).getArea() + beats.get(1).getArea()).isCloseTo(before, within(1e-6));
    }

    @Test
    void blocksAtRandomGiveAPartitionOfNearestBlocks() {
        for (long seed = 1; seed <= 4; seed++) {
            List<Geometry> blocks = randomBlocks(40, seed);
            Geometry outline = GEOMETRY.toGeometry(new Envelope(-50, 1050, -50, 1050));
            List<Geometry> territories = Territories.of(blocks, Optional.of(outline), 0);

            assertPartition(territories);
            double area = territories.stream().mapToDouble(Geometry::getArea).sum();
            assertThat(area).as("seed %d", seed).isCloseTo(outline.getArea(), within(0.1));
            Random random = new Random(seed);
            for (int i = 0; i < 300; i++) {
                Geometry place = point(random.nextDouble() * 1000, random.nextDouble() * 1000);
                int holder = holder(territories, place);
                double nearest = blocks.stream()
                        .mapToDouble(block -> block.distance(place))
                        .min()
                        .orElseThrow();
                assertThat(blocks.get(holder).distance(place)).isLessThanOrEqualTo(nearest + 0.2);
            }
        }
    }

    @Test
    void refusesNoUnitsAndNegativeWidths() {
        assertThatThrownBy(() -> Territories.of(List.of(), Optional.empty(), 0))
                .hasMessageContaining("at least 1 unit");
        assertThatThrownBy(() -> Territories.of(TextMap.units(1, "a"), Optional.empty(), -1))
                .hasMessageContaining("closingMetres is -1.0 m");
        assertThatThrownBy(() -> Territories.union(TextMap.units(1, "a"), new int[] {0, 1}, 2))
                .hasMessageContaining("2 groups are given for 1 territories");
    }

    private static int holder(List<Geometry> territories, Geometry place) {
        for (int unit = 0; unit < territories.size(); unit++) {
            if (territories.get(unit).covers(place)) {
                return unit;
            }
        }
        throw new AssertionError("nobody holds " + place);
    }

    /** Blocks that keep at least 4 m from each other. */
    private static List<Geometry> randomBlocks(int count, long seed) {
        Random random = new Random(seed);
        List<Geometry> blocks = new ArrayList<>();
        while (blocks.size() < count) {
            double x = random.nextDouble() * 950;
            double y = random.nextDouble() * 950;
            Geometry block = GEOMETRY.toGeometry(
                    new Envelope(x, x + 20 + random.nextDouble() * 80, y, y + 20 + random.nextDouble() * 80));
            if (blocks.stream().noneMatch(other -> other.isWithinDistance(block, 4))) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static Geometry point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }

    private static void assertPartition(List<Geometry> territories) {
        assertThat(CoverageValidator.isValid(territories.toArray(Geometry[]::new)))
                .isTrue();
        assertThat(territories).allMatch(Geometry::isValid);
    }
}
